using ClientLedger.Messages;

namespace ClientLedger.Fields.Lists;

/// <summary>One entry of a controlled list.</summary>
/// <param name="Code">What is stored; for ever the same.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Parent">Code of the entry above, or null at the top.</param>
/// <param name="Level">1 at the top.</param>
public sealed record ReferenceItem(string Code, Label Label, string? Parent = null, int Level = 1);
