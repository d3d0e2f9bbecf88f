using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;
using ClientLedger.Settings;
using ClientLedger.Writing;

namespace ClientLedger.Help.Demo.Records;

/// <summary>The customer itself. Some fields are left empty, as they are in every list that people keep.</summary>
internal static class CustomerRecords
{
    private static readonly (string, int)[] Sources =
        [("referral", 26), ("exhibition", 18), ("website", 16), ("visit", 12), ("socialMedia", 10), ("telephone", 7), ("partner", 6), ("advertising", 4), ("other", 1)];

    /// <param name="parents">Numbers of chains that are in the ledger already, to one of which a café may belong.</param>
    public static void Add(RecordSheet sheet, CustomerStory story, IReadOnlyList<string> parents)
    {
        var dice = story.Dice(Subject.Customer);
        var (customer, identity, reach) = (story.Customer, story.Identity, story.Reach);
        var birthday = customer.IsPerson ? Birthday(dice, story) : (DateOnly?)null;
        sheet.AddLabelled("customer", CustomerStory.Label,
        [
            ("number", story.Number),
            ("name", identity.Name),
            ("shortName", identity.ShortName),
            ("kind", customer.IsPerson ? "person" : "organisation"),
            ("type", Type(story)),
            ("grade", story.Grade),
            ("stage", Stage(story)),
            ("industry", customer.IsPerson || dice.Happens(8) ? null : dice.Pick(customer.Profile.Industries)),
            ("source", dice.Happens(15) ? null : dice.Weighted(Sources)),
            ("country", customer.Country?.Code ?? "CN"),
            ("region", dice.Happens(5) ? null : identity.District),
            ("city", dice.Happens(4) ? null : identity.City),
            ("street", dice.Happens(12) ? null : identity.Street),
            ("postalCode", dice.Happens(40) ? null : identity.PostalCode),
            ("phones", reach.Phones),
            ("emails", reach.Emails),
            ("handles", reach.Handles),
            ("website", reach.Website),
            ("taxNumber", customer.IsPerson || dice.Happens(22) ? null : TaxNumber(dice, story)),
            ("nationalId", birthday is { } born && identity.District is { } district && dice.Happens(25) ? IdentityNumbers.National(dice, district, born, identity.IsMale) : null),
            ("gender", !customer.IsPerson || dice.Happens(12) ? null : identity.IsMale ? "male" : "female"),
            ("birthday", dice.Happens(45) ? null : birthday),
            ("owner", story.Owner),
            ("book", customer.IsPerson ? DemoTenant.MembersBook : Book.DefaultId),
            ("parent", Parent(dice, story, parents)),
            ("firstCooperationOn", customer.Orders == 0 ? (DateOnly?)null : story.Calendar.Day(customer.JoinedOn)),
            ("nextContactOn", NextContact(dice, story)),
            ("remarks", dice.Happens(12) ? story.Say(dice.Pick(customer.IsPerson ? CustomerTexts.RemarksOfPersons : CustomerTexts.Remarks)) : null),
            .. Business(dice, story),
        ]);
    }

    private static (string, object?)[] Business(Dice dice, CustomerStory story)
    {
        var isTrade = !story.Customer.IsPerson;
        var isLarge = story.Grade != "ordinary";
        var isInChina = !story.IsAbroad;
        var buysMachines = story.Customer.Profile.Buys.Any(share => share.Item is Goods.Machines or Goods.HomeMachines);
        return
        [
            ("currency", story.Currency),
            ("creditLimit", isTrade && isLarge ? dice.Between(2, 40) * (story.Grade == "core" ? 25_000m : 5_000m) : null),
            ("paymentTerms", isTrade && story.Customer.Orders > 0 && dice.Happens(70) ? story.Say(isLarge ? dice.Pick(CustomerTexts.Terms) : CustomerTexts.Prepaid) : null),
            ("bankName", isTrade && isInChina && isLarge && dice.Happens(50) ? "示例银行" + story.Identity.City.TrimEnd('市') + "分行" : null),
            ("bankAccount", isTrade && isInChina && isLarge && dice.Happens(40) ? IdentityNumbers.Account(dice) : null),
            ("brands", buysMachines && dice.Happens(20) ? Few(dice, ["Torvano", "Bremmik", "岚屿 Lanyu", "Bellarove", "穗野 Suiye"], 2) : null),
            ("colours", buysMachines && dice.Happens(15) ? Few(dice, isInChina ? ["哑光黑", "奶白", "不锈钢原色", "墨绿", "复古红"] : ["matte black", "cream", "stainless steel", "dark green"], 2) : null),
            ("models", buysMachines && dice.Happens(12) ? Few(dice, ["D2", "S1", "A9", "H3", "G64", "G83"], 2) : null),
            ("likedProducts", story.Customer.Orders > 2 && dice.Happens(45) ? Few(dice, [.. Catalogue.Of(Goods.Beans).Take(10).Select(article => story.Say((article.Chinese, article.English)))], 3) : null),
            ("contactChannel", dice.Happens(55) ? dice.Weighted<string>(isInChina ? [("wechat", 55), ("call", 30), ("email", 10), ("visit", 5)] : [("email", 70), ("call", 25), ("social", 5)]) : null),
            ("deliveryTime", isTrade && dice.Happens(35) ? story.Say(dice.Pick(CustomerTexts.DeliveryTimes)) : null),
            ("specialRequirements", isTrade && dice.Happens(isLarge ? 35 : 8) ? story.Say(dice.Pick(CustomerTexts.Requirements)) : null),
            ("hobbies", !isTrade && dice.Happens(30) ? Few(dice, isInChina ? CustomerTexts.Hobbies : CustomerTexts.HobbiesAbroad, 2) : null),
            (DemoTenant.OutletsField, isTrade ? Outlets(dice, story) : null),
            (DemoTenant.RoundField, isTrade && isInChina && dice.Happens(60) ? dice.Pick(CustomerTexts.Rounds) : null),
        ];
    }

    private static string Type(CustomerStory story) => story.Customer switch
    {
        { Orders: 0 } => "potential",
        var customer when customer.JoinedOn > story.Calendar.Today - 90 => "new",
        _ => "existing",
    };

    private static string Stage(CustomerStory story) => story.Customer switch
    {
        { Orders: 0, Interactions: < 2 } => "acquire",
        { Orders: 0 } => "nurture",
        var customer when customer.HasLeft(story.Calendar) => "winBack",
        var customer when customer.JoinedOn > story.Calendar.Today - 180 => "develop",
        _ => "maintain",
    };

    private static string TaxNumber(Dice dice, CustomerStory story) => story.Customer.Country is { } country
        ? TaxCodes.Foreign(dice, country.Code)
        : TaxCodes.Chinese(dice, story.Identity.District!);

    private static DateOnly Birthday(Dice dice, CustomerStory story) => story.Calendar.Day(story.Calendar.Today).AddDays(-dice.Between(20 * 365, 62 * 365));

    private static RecordReference.ByField? Parent(Dice dice, CustomerStory story, IReadOnlyList<string> parents) =>
        story.Customer.Profile.Name == "cafe" && dice.Happens(5) && parents.Count > 0 ? new RecordReference.ByField("number", dice.Pick(parents)) : null;

    private static DateOnly? NextContact(Dice dice, CustomerStory story) =>
        story.Customer.IsPerson || dice.Happens(65) ? null : story.Calendar.Day(story.Calendar.Today + dice.Between(-20, 45));

    private static long? Outlets(Dice dice, CustomerStory story) => story.Customer.Profile.Name switch
    {
        "cafeChain" => dice.Between(6, 60),
        "shop" => dice.Between(1, 25),
        "cafe" or "bakery" or "restaurant" or "cafeAbroad" => dice.Happens(70) ? dice.Between(1, 4) : null,
        _ => null,
    };

    private static string[] Few(Dice dice, IReadOnlyList<string> items, int most) =>
        [.. Enumerable.Range(0, dice.Between(1, most)).Select(_ => dice.Pick(items)).Distinct()];
}
