using System.Text.Json.Serialization;
using ClientLedger.Reading;

namespace ClientLedger.Access;

/// <summary>Which records of an entity a grant covers. Reads and writes as JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(EveryRecord), "all")]
[JsonDerivedType(typeof(OwnRecords), "own")]
[JsonDerivedType(typeof(TeamRecords), "team")]
[JsonDerivedType(typeof(RegionRecords), "region")]
[JsonDerivedType(typeof(SharedRecords), "shared")]
[JsonDerivedType(typeof(MatchingRecords), "where")]
[JsonDerivedType(typeof(RecordsThrough), "through")]
[JsonDerivedType(typeof(EitherRule), "either")]
public abstract record RecordRule
{
    /// <summary>Whether the rule, or one within it, is such a one.</summary>
    internal bool Mentions(Func<RecordRule, bool> which) => which(this) || this switch
    {
        RecordsThrough through => through.Rule.Mentions(which),
        EitherRule either => either.Rules.Any(rule => rule.Mentions(which)),
        _ => false,
    };
}

/// <summary>All of them.</summary>
public sealed record EveryRecord : RecordRule;

/// <summary>Those whose owner is the caller.</summary>
public sealed record OwnRecords : RecordRule;

/// <summary>Those whose owner belongs to a team of the caller, or, with <paramref name="AndBelow"/>, to a team anywhere under it.</summary>
public sealed record TeamRecords(bool AndBelow) : RecordRule;

/// <summary>Those whose region is one of these or lies within one.</summary>
public sealed record RegionRecords(IReadOnlyList<string> Regions) : RecordRule;

/// <summary>Those that were shared with the caller or with a team of the caller.</summary>
public sealed record SharedRecords : RecordRule;

/// <summary>Those that satisfy a filter, read with no rights but the rule's own.</summary>
public sealed record MatchingRecords(Filter Where) : RecordRule;

/// <summary>Those whose reference names a live record that the rule covers: the orders of my customers.</summary>
public sealed record RecordsThrough(string Reference, RecordRule Rule) : RecordRule;

/// <summary>Those that at least one of the rules covers.</summary>
public sealed record EitherRule(IReadOnlyList<RecordRule> Rules) : RecordRule;
