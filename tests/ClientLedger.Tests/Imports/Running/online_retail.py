"""What an import of the UCI Online Retail file must come to, reckoned from the file alone and without the product.

Usage: online_retail.py FILE.csv.gz ROWS refuse|file
Lines without a customer are refused, or filed under the customer WALK-IN. Writes JSON.
"""

import csv
import gzip
import json
import sys
from decimal import Decimal


def main(path, rows, without_customer):
    customers, products, orders, lines, refused = {}, {}, {}, {}, 0
    running = {}
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        for count, row in enumerate(csv.DictReader(file)):
            if count == rows:
                break
            invoice, code, customer = row["InvoiceNo"].strip(), row["StockCode"].strip(), row["CustomerID"].strip()
            running[invoice] = running.get(invoice, 0) + 1
            filed = not customer
            if filed and without_customer == "refuse":
                refused += 1
                continue
            customer = customer or "WALK-IN"
            customers.setdefault(customer, "")
            if row["Country"].strip() and not filed:
                customers[customer] = row["Country"].strip()
            product = products.setdefault(code.upper(), code)
            if row["Description"].strip():
                product = " ".join(row["Description"].split())
            products[code.upper()] = product
            is_return = invoice.startswith("C")
            quantity, price = Decimal(row["Quantity"]), Decimal(row["UnitPrice"])
            lines[f"{invoice}-{running[invoice]}"] = (invoice, code.upper(), -quantity if is_return else quantity, price)
            orders[invoice] = (customer, row["InvoiceDate"].strip(), is_return)

    amounts = {}
    for invoice, _, quantity, price in lines.values():
        amounts[invoice] = amounts.get(invoice, Decimal(0)) + quantity * price
    totals = {number: {"orders": 0, "returns": 0, "amount": Decimal(0), "returned": Decimal(0), "days": []} for number in customers}
    for invoice, (customer, at, is_return) in orders.items():
        of = totals[customer]
        of["returns" if is_return else "orders"] += 1
        of["returned" if is_return else "amount"] += amounts[invoice]
        if not is_return:
            of["days"].append(at[:10])

    json.dump({
        "lines": len(lines),
        "refused": refused,
        "quantity": str(sum(quantity for _, _, quantity, _ in lines.values())),
        "amount": str(sum((amounts[number] for number in orders if not orders[number][2]), Decimal(0))),
        "returned": str(sum((amounts[number] for number in orders if orders[number][2]), Decimal(0))),
        "products": products,
        "customers": [{
            "number": number,
            "country": customers[number],
            "orders": of["orders"],
            "returns": of["returns"],
            "amount": str(of["amount"]),
            "returned": str(of["returned"]),
            "first": min(of["days"], default=None),
            "last": max(of["days"], default=None),
        } for number, of in totals.items()],
        "orders": {number: f"{customer} {at} {'return' if is_return else 'purchase'}" for number, (customer, at, is_return) in orders.items()},
    }, sys.stdout)


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
