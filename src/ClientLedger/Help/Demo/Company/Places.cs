using ClientLedger.Fields.Lists;

namespace ClientLedger.Help.Demo.Company;

/// <summary>A Chinese city with customers.</summary>
/// <param name="Code">Of the list of regions.</param>
/// <param name="AreaCode">Of its telephones, which have eight digits.</param>
/// <param name="Postal">The beginning of its postal codes.</param>
/// <param name="Weight">How many customers it has.</param>
internal sealed record City(string Code, string AreaCode, string Postal, int Weight)
{
    /// <summary>Where the company's customers in China are: most around Shanghai.</summary>
    public static readonly IReadOnlyList<(City Item, int Weight)> All = new City[]
    {
        new("3101", "21", "2000", 300), new("3205", "512", "2150", 90), new("3301", "571", "3100", 95), new("3201", "25", "2100", 70), new("3302", "574", "3150", 45),
        new("3202", "510", "2140", 45), new("1101", "10", "1000", 85), new("1201", "22", "3000", 25), new("4401", "20", "5100", 60), new("4403", "755", "5180", 65),
        new("4406", "757", "5280", 20), new("5101", "28", "6100", 60), new("5001", "23", "4000", 35), new("4201", "27", "4300", 40), new("6101", "29", "7100", 30),
        new("3702", "532", "2660", 25), new("3701", "531", "2500", 20), new("2102", "411", "1160", 18), new("2101", "24", "1100", 15), new("2301", "451", "1500", 12),
        new("4101", "371", "4500", 20), new("3401", "551", "2300", 22), new("3501", "591", "3500", 20), new("3601", "791", "3300", 14), new("4301", "731", "4100", 30),
        new("5201", "851", "5500", 12), new("5301", "871", "6500", 28), new("4601", "898", "5702", 10),
    }.Select(city => (city, city.Weight)).ToList();

    /// <summary>Name as the list has it: 上海市.</summary>
    public string Name => Regions.List.Find(Code)!.Label.Chinese;

    /// <summary>The districts of the city, as codes.</summary>
    public IReadOnlyList<ReferenceItem> Districts => Regions.List.Under(Code);
}

/// <summary>A city abroad.</summary>
/// <param name="Prefix">Calling code and area of telephone numbers that the country's regulator keeps for films and examples.</param>
/// <param name="Digits">How many further digits those numbers have.</param>
internal sealed record CityAbroad(string Name, string Postal, string Prefix, int Digits);

/// <summary>A country abroad with customers.</summary>
/// <param name="Code">ISO 3166-1.</param>
/// <param name="Forms">Legal forms, apart by a bar; the streets likewise.</param>
/// <param name="ToYuan">About what its currency is worth, by which prices abroad are reckoned.</param>
internal sealed record Abroad(string Code, string Currency, decimal ToYuan, string Forms, string Streets, IReadOnlyList<CityAbroad> Cities)
{
    /// <summary>Where the company's customers abroad are.</summary>
    public static readonly IReadOnlyList<(Abroad Item, int Weight)> All = new (Abroad, int)[]
    {
        (new("US", "USD", 7.1m, "LLC|Inc.|Co.", "Mill Street|Harbor Avenue|Orchard Boulevard|Garden Lane|Foundry Street|Canal Avenue",
        [
            new("New York", "10013", "+121255501", 2), new("Los Angeles", "90014", "+121355501", 2), new("Chicago", "60607", "+131255501", 2),
            new("Seattle", "98104", "+120655501", 2), new("Portland", "97209", "+150355501", 2), new("Boston", "02118", "+161755501", 2),
            new("Austin", "78702", "+151255501", 2), new("Denver", "80205", "+130355501", 2), new("San Francisco", "94103", "+141555501", 2), new("Miami", "33127", "+130555501", 2),
        ]), 30),
        (new("GB", "GBP", 9.2m, "Ltd|LLP|PLC", "Market Street|Station Road|Chapel Lane|Quay Row|Bridge Street|Orchard Road",
        [
            new("London", "E1 6QL", "+442079460", 3), new("Manchester", "M4 1HN", "+441614960", 3), new("Edinburgh", "EH6 6LX", "+441314960", 3),
            new("Bristol", "BS1 6XN", "+441174960", 3), new("Leeds", "LS2 7HZ", "+441134960", 3),
        ]), 20),
        (new("DE", "EUR", 7.8m, "GmbH|GmbH & Co. KG|AG", "Hafenstraße|Lindenweg|Gartenallee|Marktplatz|Mühlenstraße|Brückenweg",
        [
            new("Berlin", "10999", "+493023125", 3), new("Hamburg", "20357", "+494066969", 3), new("München", "80469", "+498999998", 3),
            new("Köln", "50674", "+492214710", 3), new("Frankfurt am Main", "60316", "+496990009", 3),
        ]), 18),
        (new("FR", "EUR", 7.8m, "SARL|SAS|SA", "rue du Moulin|avenue des Tilleuls|quai du Port|place du Marché|rue de la Gare",
        [
            new("Paris", "75011", "+3319900", 4), new("Lyon", "69001", "+3346571", 4), new("Bordeaux", "33000", "+3353649", 4), new("Nantes", "44000", "+3326191", 4),
            new("Lille", "59800", "+3335301", 4),
        ]), 12),
        (new("AU", "AUD", 4.7m, "Pty Ltd|Ltd", "Harbour Street|Station Road|Beach Parade|Foundry Lane",
        [
            new("Sydney", "2010", "+6125550", 4), new("Melbourne", "3065", "+6135550", 4), new("Brisbane", "4006", "+6175550", 4), new("Perth", "6003", "+6185550", 4),
        ]), 12),
        (new("CA", "CAD", 5.2m, "Inc.|Ltd.", "Lake Street|Maple Avenue|Mill Road|Garden Crescent",
        [
            new("Toronto", "M5V 2T6", "+141655501", 2), new("Vancouver", "V6B 1A9", "+160455501", 2), new("Montréal", "H2Y 1P5", "+151455501", 2),
        ]), 8),
    };
}
