using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Api.Pages;

/// <summary>The visitor's own schema, to read and to search.</summary>
[DoorAccess(Admission.Member)]
internal sealed class SchemaModel(LedgerScope ledger, ApiSchemas schemas) : PageModel
{
    private const int MostLetters = 100;

    private static readonly MarkdownPipeline Layout = new MarkdownPipelineBuilder().DisableHtml().Build();

    public ApiPage Head => ApiPage.Of(ApiPage.Schema, Request);

    /// <summary>Name of the type that is shown; null for the list of all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    /// <summary>What is searched for; null for nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public SchemaReading Reading { get; } = new(schemas.Of(ledger));

    /// <summary>The type that is shown.</summary>
    public NamedType? Shown { get; private set; }

    /// <summary>What was found; null when nothing is searched for.</summary>
    public IReadOnlyList<SchemaReading.Hit>? Hits { get; private set; }

    public IActionResult OnGet()
    {
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, MostLetters)];
        Hits = Q is null ? null : Reading.Find(Q);
        if (Q is null && !string.IsNullOrEmpty(Type))
        {
            Shown = Reading.TypeNamed(Type);
            return Shown is null ? NotFound() : Page();
        }

        return Page();
    }

    /// <summary>What the schema says of something, which is Markdown.</summary>
    public static IHtmlContent Say(string? description) => new HtmlString(Markdown.ToHtml(description ?? "", Layout));

    /// <summary>The page of a type.</summary>
    public string AddressOf(NamedType type) => Url.Content($"~/{ApiPage.Schema}?type={type.Name}");

    /// <summary>A place on the page of its type.</summary>
    public string AddressOf(SchemaReading.Hit hit) => AddressOf(hit.Type) + (hit.Coordinate == hit.Type.Name ? "" : "#" + hit.Coordinate);

    /// <summary>What the fields at a root are called.</summary>
    public static Label LabelOf(ObjectType root) => root.Name switch
    {
        "Query" => DeveloperTexts.Queries,
        "Mutation" => DeveloperTexts.Mutations,
        _ => DeveloperTexts.Subscriptions,
    };

    /// <summary>What types of a kind are called.</summary>
    public static Label LabelOf(SchemaReading.Kind kind) => kind switch
    {
        SchemaReading.Kind.Objects => DeveloperTexts.Objects,
        SchemaReading.Kind.Interfaces => DeveloperTexts.Interfaces,
        SchemaReading.Kind.Unions => DeveloperTexts.Unions,
        SchemaReading.Kind.Inputs => DeveloperTexts.Inputs,
        SchemaReading.Kind.Enums => DeveloperTexts.Enums,
        _ => DeveloperTexts.Scalars,
    };
}
