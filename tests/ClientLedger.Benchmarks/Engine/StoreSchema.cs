using ClientLedger.GraphQL.Types;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>The schema that <see cref="Documents"/> ask.</summary>
internal static class StoreSchema
{
    public const string Sdl =
        """
        type Query {
          customers(where: CustomerFilter, first: Int, after: String, orderBy: [CustomerOrder!]): CustomerConnection!
          customer(id: ID!): Customer
          me: Person
          rows: [Row]
        }
        type Mutation { createCustomer(input: CustomerInput!): CreateCustomerPayload }
        type CreateCustomerPayload { customer: Customer userErrors: [UserError!]! }
        type UserError { code: String! message: String! path: [String!] }
        interface Node { id: ID! }
        interface Customer implements Node {
          id: ID! name: String industry: Industry owner: Person createdAt: String updatedAt: String tags: [String!]
          contacts(first: Int, after: String): ContactConnection! orders(first: Int, after: String): OrderConnection!
        }
        type Organisation implements Customer & Node {
          id: ID! name: String industry: Industry owner: Person createdAt: String updatedAt: String tags: [String!]
          contacts(first: Int, after: String): ContactConnection! orders(first: Int, after: String): OrderConnection!
          taxNumber: String employees: Int headquarters: Address
        }
        type Individual implements Customer & Node {
          id: ID! name: String industry: Industry owner: Person createdAt: String updatedAt: String tags: [String!]
          contacts(first: Int, after: String): ContactConnection! orders(first: Int, after: String): OrderConnection!
          birthday: String gender: String
        }
        type CustomerConnection { totalCount: Int pageInfo: PageInfo! edges: [CustomerEdge!] }
        type CustomerEdge { cursor: String! node: Customer }
        type ContactConnection { edges: [ContactEdge!] }
        type ContactEdge { node: Contact }
        type Contact implements Node { id: ID! name: String phone: String email: String isPrimary: Boolean }
        type OrderConnection { edges: [OrderEdge!] }
        type OrderEdge { node: Order }
        type Order implements Node { id: ID! number: String total: Money placedAt: String }
        type Money { amount: Float! currency: String! }
        type PageInfo { hasNextPage: Boolean! endCursor: String }
        type Industry { id: ID! label: String }
        type Person implements Node { id: ID! name: String avatar(size: Int): String permissions(scope: String): [String!] }
        type Address { street: String city: String country: String zip: String }
        input CustomerFilter { name: TextFilter and: [CustomerFilter!] or: [CustomerFilter!] not: CustomerFilter }
        input TextFilter { equals: String contains: String in: [String!] }
        input CustomerOrder { field: CustomerField! direction: Direction! = ASC }
        enum CustomerField { NAME CREATED_AT }
        enum Direction { ASC DESC }
        input CustomerInput { name: String! size: Int rating: Float active: Boolean tags: [String!] address: AddressInput }
        input AddressInput { city: String zip: String }
        type Row { id: Int name: String city: String email: String phone: String size: Int rating: Float active: Boolean note: String code: String }
        """;

    /// <summary>How many rows there are, and how many fields each has.</summary>
    public const int Rows = 1_000, Fields = 10;

    public const string RowsDocument = "{ rows { id name city email phone size rating active note code } }";

    public static Schema Schema { get; } = new SchemaBuilder().Sdl(Sdl).Build();

    /// <summary>What the fields at the root are asked of.</summary>
    public static object Root { get; } = new Store([.. Enumerable.Range(0, Rows).Select(index => new Row(index, $"Customer {index}", "Shanghai", $"mail{index}@example.org", $"+86 21 {index:D8}", index % 7, index / 8.0, index % 2 == 0, null, $"C-{index:D6}"))]);

    private sealed record Store(List<Row> Rows);

    private sealed record Row(int Id, string Name, string City, string Email, string Phone, int Size, double Rating, bool Active, string? Note, string Code);
}
