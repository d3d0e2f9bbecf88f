namespace ClientLedger.Fields;

/// <summary>
/// What a field holds. The comment names the CLR type of one canonical value: what the write gate keeps after normalising,
/// what rules and PlainLedger compare. A field of several values holds a <c>string[]</c> (text-like types only).
/// </summary>
public enum FieldType
{
    /// <summary>One line; <see cref="string"/>. Compared, sorted and found by its folded key.</summary>
    Text,

    /// <summary>Several lines, up to 100,000 characters; <see cref="string"/>. Not sorted.</summary>
    LongText,

    /// <summary><see cref="long"/>.</summary>
    Integer,

    /// <summary><see cref="decimal"/> with at most four places.</summary>
    Decimal,

    /// <summary><see cref="decimal"/> with at most four places, in the currency that <see cref="FieldDescriptor.CurrencyField"/> names.</summary>
    Money,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTime"/> in UTC, whole milliseconds.</summary>
    Moment,

    /// <summary>Code of an option; <see cref="string"/>.</summary>
    Choice,

    /// <summary>Id of a record of <see cref="FieldDescriptor.Target"/>; <see cref="long"/>.</summary>
    Reference,

    /// <summary>Id of an account; <see cref="long"/>.</summary>
    Person,

    /// <summary>E.164; <see cref="string"/>.</summary>
    Phone,

    /// <summary>Lower-case address; <see cref="string"/>.</summary>
    Email,

    /// <summary>Absolute http(s) address; <see cref="string"/>.</summary>
    WebAddress,

    /// <summary><c>network:name</c>; <see cref="string"/>.</summary>
    Handle,

    /// <summary>Upper-case letters and digits; <see cref="string"/>.</summary>
    TaxNumber,

    /// <summary>Upper-case letters and digits; <see cref="string"/>. Always sensitive.</summary>
    NationalId,

    /// <summary>Upper-case letters and digits; <see cref="string"/>. Always sensitive.</summary>
    BankAccount,
}
