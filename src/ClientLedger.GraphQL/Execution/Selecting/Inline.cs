namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>Stands in a slot for a value that is no object: the slot's numbers say which.</summary>
internal sealed class Inline
{
    /// <summary>What a writing resolver has written: where its bytes begin and how many there are.</summary>
    public static readonly Inline Bytes = new(InlineKind.Bytes);

    /// <summary>A whole number, in <see cref="Levels.Slot.Start"/>.</summary>
    public static readonly Inline Int = new(InlineKind.Int);

    /// <summary>True unless <see cref="Levels.Slot.Start"/> is 0.</summary>
    public static readonly Inline Boolean = new(InlineKind.Boolean);

    /// <summary>A finite number, in <see cref="Levels.Slot.Double"/>.</summary>
    public static readonly Inline Double = new(InlineKind.Double);

    private Inline(InlineKind kind) => Kind = kind;

    public InlineKind Kind { get; }
}

internal enum InlineKind : byte
{
    Bytes,
    Int,
    Boolean,
    Double,
}
