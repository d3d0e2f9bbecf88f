namespace ClientLedger.GraphQL.Validation;

/// <summary>A rule that can be asked for by name.</summary>
/// <param name="Name">Its name, that of the reference implementation where it has one.</param>
/// <param name="Section">The section of the specification that demands it.</param>
/// <param name="Type">Its class.</param>
/// <param name="Make">Makes one for a document.</param>
internal sealed record KnownRule(string Name, string Section, Type Type, Func<ValidationContext, Rule> Make)
{
    public static KnownRule Of<T>(string section, Func<ValidationContext, T> make)
        where T : Rule => new(typeof(T).Name, section, typeof(T), make);

    /// <summary>A rule of the reference implementation about something that isn't part of the specification: known by name, it reports nothing.</summary>
    public static KnownRule Silent(string name) => new(name, "none", typeof(Rules.SilentRule), _ => Rules.SilentRule.Instance);
}
