using ClientLedger.Messages;

namespace ClientLedger.Imports.Mapping;

/// <summary>A ready plan for a kind of file.</summary>
/// <param name="Name">Stable name: <c>invoiceLines</c>.</param>
/// <param name="Headings">The columns by which a file of the kind is known; it may have others.</param>
public sealed record PlanTemplate(string Name, Label Label, IReadOnlyList<string> Headings, ImportPlan Plan);

/// <summary>Ready plans: the usual lists under the product's own headings in both languages, and files of well-known shape.</summary>
public static class PlanTemplates
{
    /// <summary>Templates in the order in which they are offered; of those that fit a file the one with the most columns is meant.</summary>
    public static readonly IReadOnlyList<PlanTemplate> All = [.. ListTemplates.All, .. NorthwindTemplates.All, InvoiceLinesTemplate.Template];

    /// <summary>The template whose columns a file has, or null.</summary>
    public static PlanTemplate? Recognise(IReadOnlyList<string> headings) =>
        All.Where(template => template.Headings.All(headings.Contains)).MaxBy(template => template.Headings.Count);
}
