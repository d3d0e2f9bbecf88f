using System.Globalization;
using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Files.Text;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Imports.Pages;

/// <summary>What one column of the file fills, as it was posted.</summary>
public sealed record PostedColumn
{
    public string Heading { get; init; } = "";

    /// <summary><c>entity.field</c>; null for nothing.</summary>
    public string? Target { get; init; }
}

/// <summary>Shows what was recognised of a file, and takes in what the person corrects before the import starts.</summary>
[DoorAccess(Admission.Member)]
internal sealed class PlanModel(LedgerScope scope, ImportRuns imports, Wording wording) : PageModel
{
    /// <summary>Number of the record that stands for all lines without one.</summary>
    private const string StandInNumber = "WALK-IN";

    /// <summary>Refusals that another way of reading may help against.</summary>
    private static readonly MessageCode[] OfReading = [FileMessages.EncodingUnclear, FileMessages.EncodingUnknown, FileMessages.HeadingsMissing, FileMessages.NoRows, FileMessages.TooManyColumns];

    public ImportRun Run { get; private set; } = null!;

    /// <summary>Null where the file can't be read as it was asked for.</summary>
    public FilePreview? Preview { get; private set; }

    public ImportPlan Plan { get; private set; } = new() { Entities = [], Counts = "" };

    public bool IsRecognised { get; private set; } = true;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>How the person asked to read the file, which may not have been possible.</summary>
    public FileChoices Asked { get; private set; } = FileChoices.None;

    /// <summary>Whether a file that couldn't be read may yet be: the person knows its encoding, or where its headings stand.</summary>
    public bool MayBeReadOtherwise => Refusals is [{ Code: var code }, ..] && OfReading.Contains(code);

    /// <summary>A workbook knows its encoding by itself.</summary>
    public bool IsText => !Path.GetExtension(Run.FileName).StartsWith(".xls", StringComparison.OrdinalIgnoreCase) && !Run.FileName.EndsWith(".et", StringComparison.OrdinalIgnoreCase);

    /// <summary>The encodings to choose from, the one in use among them.</summary>
    public IEnumerable<(string Value, string Text)> Encodings =>
        TextEncodings.Names.Union(Preview?.Layout.Encoding is { } found ? [found] : [], StringComparer.OrdinalIgnoreCase).Select(name => (name, name.ToUpperInvariant()));

    public IEnumerable<(string Value, string Text)> Sheets => Preview!.Layout.Sheets.Select(sheet => (sheet, sheet));

    /// <summary>What a line may stand for.</summary>
    public IEnumerable<(string Value, string Text)> Entities => scope.Schema.Entities
        .Where(entity => ShownFields.MayCreate(scope, entity.Name))
        .Select(entity => (entity.Name, wording[entity.Label]));

    /// <summary>What was refused that is shown: a plan that somebody made up may be wrong in very many ways.</summary>
    private const int MostRefusals = 20;

    /// <summary>The fields that columns may fill, by entity.</summary>
    public IEnumerable<(EntityDescriptor Entity, IReadOnlyList<FieldDescriptor> Fields)> Fillable => Plan.Entities
        .Select(entity => scope.Schema[entity.Entity])
        .Select(entity => (entity, (IReadOnlyList<FieldDescriptor>)[.. ShownFields.Writable(scope, entity).Where(writable => !Book.IsNamedBy(writable))]));

    /// <summary>Entities that can be found by a unique field that the file fills.</summary>
    public IEnumerable<(EntityPlan Entity, IReadOnlyList<FieldDescriptor> Keys)> Keys => Plan.Entities
        .Select(entity => (entity, (IReadOnlyList<FieldDescriptor>)[.. entity.Fields.Where(filled => filled.From is not null)
            .Select(filled => scope.Schema[entity.Entity].Find(filled.Field)).OfType<FieldDescriptor>().Where(unique => unique.Unique && ShownFields.IsClear(scope, scope.Schema[entity.Entity], unique.Name))]))
        .Where(entity => entity.Item2.Count > 0);

    /// <summary>Lines may come without a customer, and something else needs one.</summary>
    public bool CanLackCustomer => Plan.Counts != "customer" && Plan.Find("customer") is { Key: not null };

    public Label WithoutCustomer => Filled(ImportTexts.WithoutKey, "entity", scope.Schema["customer"].Label);

    public IEnumerable<(string Value, string Text)> MissingChoices =>
    [
        ("refuse", wording[ImportTexts.WithoutKeyRefuse]),
        ("file", wording[ImportTexts.WithoutKeyFile, ("name", wording[ImportTexts.StandIn])]),
    ];

    public IEnumerable<(string Value, string Text)> DuplicateChoices =>
    [
        (nameof(DuplicatePolicy.Ask), wording[ImportTexts.DuplicatesAsk]),
        (nameof(DuplicatePolicy.Create), wording[ImportTexts.DuplicatesCreate]),
        (nameof(DuplicatePolicy.Skip), wording[ImportTexts.DuplicatesSkip]),
        (nameof(DuplicatePolicy.Update), wording[ImportTexts.DuplicatesUpdate]),
    ];

    public Label LabelOf(string entity) => scope.Schema[entity].Label;

    /// <summary>What else a column is used for: a key of several columns, a link, a rule.</summary>
    public string OtherUses(string heading, string? target) => string.Join(", ", Plan.Entities.SelectMany(entity => entity.Fields
        .Where(field => Names(field.From, heading) || Names(field.IfNew, heading))
        .Where(field => $"{entity.Entity}.{field.Field}" != target)
        .Select(field => $"{wording[scope.Schema[entity.Entity].Label]} / {wording[scope.Schema[entity.Entity].Find(field.Field)!.Label]}")));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Run.StartedAt is not null)
        {
            return Redirect(Address(""));
        }

        await LookAsync(choices: null, counts: null, cancellationToken);
        return Page();
    }

    /// <summary>Reads the file in another way, or as lines of something else.</summary>
    public async Task<IActionResult> OnPostReadAsync(string id, string? encoding, string? sheet, long? headingsAt, string? counts, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Run.StartedAt is not null)
        {
            return Redirect(Address(""));
        }

        if (!ModelState.IsValid)
        {
            await LookAsync(choices: null, counts, cancellationToken);
            Refusals = [Refusal.Of(FileMessages.HeadingsMissing, ("row", Request.Form["headingsAt"].ToString()))];
        }
        else
        {
            await LookAsync(new FileChoices { Encoding = encoding, Sheet = sheet, HeadingsAt = headingsAt }, counts, cancellationToken);
        }

        Response.StatusCode = Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, List<PostedColumn> columns, bool skipIdentical, DuplicatePolicy duplicates, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // Sent twice: it goes on as the first one said, and its page shows how.
        if (Run.StartedAt is not null)
        {
            return Redirect(Address(""));
        }

        // No form of ours sends this.
        if (!ModelState.IsValid || columns.DistinctBy(column => column.Heading).Count() < columns.Count || Posted() is not { } plan)
        {
            return BadRequest();
        }

        var repeated = Repeated(columns);
        IReadOnlyList<Refusal> refusals =
        [
            .. columns.Select(column => column.Target).OfType<string>().Where(target => !IsOffered(target)).Select(target => Refusal.Of(ImportMessages.TargetUnknown, ("target", target))),
            .. repeated.Select(column => column.Field.Label).Distinct().Select(label => Refusal.Of(PlanMessages.FieldTwice, ("field", label))),
        ];
        plan = PlanCorrections.With(plan, scope.Schema, columns.ToDictionary(column => column.Heading, column => string.IsNullOrEmpty(column.Target) || repeated.Exists(other => other.Heading == column.Heading) ? null : column.Target));
        plan = plan with { SkipIdentical = skipIdentical, Duplicates = duplicates, Entities = [.. plan.Entities.Select(Chosen)] };
        if (refusals.Count == 0)
        {
            refusals = await StartAsync(plan, cancellationToken);
        }

        if (refusals.Count == 0 || refusals[0].Code == ImportMessages.AlreadyStarted)
        {
            return Redirect(Address(""));
        }

        await LookAsync(plan.File, counts: null, cancellationToken);
        (Plan, Refusals) = (PlanRights.Within(plan, scope) ?? Plan, [.. refusals.Take(MostRefusals).Select(refusal => refusal with { Field = null })]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<IReadOnlyList<Refusal>> StartAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await imports.PlanAsync(scope, Run.Id, plan, cancellationToken) is { Count: > 0 } refusals ? refusals : await imports.StartAsync(scope, Run.Id, cancellationToken);
        }
        catch (RefusedException refused)
        {
            // The file can't be read as the plan says.
            return [refused.Refusal];
        }
    }

    /// <summary>A field that the form offers, or might for another kind of line; nothing is always offered.</summary>
    private bool IsOffered(string target) => target.Length == 0
        || (target.Split('.') is [var name, var field] && scope.Schema.Find(name) is { } entity && ShownFields.Writable(scope, entity).Any(writable => writable.Name == field));

    /// <summary>Columns that shall fill a field of one value which a column before them fills: one of them would be lost.</summary>
    private List<(string Heading, FieldDescriptor Field)> Repeated(List<PostedColumn> columns) =>
    [
        .. columns.Where(column => !string.IsNullOrEmpty(column.Target) && IsOffered(column.Target))
            .GroupBy(column => column.Target!).SelectMany(same => same.Skip(1))
            .Select(column => (column.Heading, Parts: column.Target!.Split('.'))).Select(column => (column.Heading, scope.Schema[column.Parts[0]].Find(column.Parts[1])!))
            .Where(column => !column.Item2.Several),
    ];

    public async Task<IActionResult> OnPostDiscardAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await imports.DiscardAsync(scope, Run.Id, cancellationToken);
        return Redirect(Url.Content("~/imports"));
    }

    /// <summary>The plan that the form was made with. It is the person's own data, and checked like any plan.</summary>
    private ImportPlan? Posted()
    {
        try
        {
            return ImportPlan.FromJson(Request.Form["plan"].ToString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private EntityPlan Chosen(EntityPlan entity)
    {
        if (Request.Form.TryGetValue("key-" + entity.Entity, out var key))
        {
            entity = entity with { Key = key.ToString() is { Length: > 0 } name && entity.Fields.Any(field => field.Field == name) ? name : null };
            entity = entity is { Key: null, WhenKeyMissing: FileUnder } ? entity with { WhenKeyMissing = new MakeNew() } : entity;
        }

        return entity.Entity == "customer" && entity.Key is not null && Request.Form.TryGetValue("withoutCustomer", out var missing)
            ? entity with { WhenKeyMissing = missing == "file" ? StandIn(entity) : new RefuseLine() }
            : entity;
    }

    private FileUnder StandIn(EntityPlan entity)
    {
        var values = new Dictionary<string, string> { ["name"] = wording[ImportTexts.StandIn] };
        values[entity.Key!] = StandInNumber;
        if (PlanRights.OwnerOf(entity) is { } owner)
        {
            values[PlanRights.Owner] = owner;
        }

        return new FileUnder(values);
    }

    /// <summary>Looks into the file and says what it probably holds: as the last file with these columns did, or as its headings and values say.</summary>
    /// <param name="counts">What the person says that a line stands for; null to guess that too.</param>
    private async Task LookAsync(FileChoices? choices, string? counts, CancellationToken cancellationToken)
    {
        Asked = choices ?? FileChoices.None;
        try
        {
            Preview = imports.Preview(scope, Run, choices);
        }
        catch (RefusedException refused)
        {
            Refusals = [refused.Refusal];
            return;
        }

        IReadOnlyList<string> headings = [.. Preview.Columns.Select(column => column.Heading)];
        var chosen = Entities.Any(entity => entity.Value == counts) ? counts : null;
        var guess = await imports.LastPlanAsync(scope, headings, cancellationToken) is { } last && (chosen ?? last.Counts) == last.Counts
            ? last with { File = Preview.Layout.AsChoices() }
            : PlanGuess.Of(PlanRights.Seen(scope), Preview, chosen) is { } guessed ? PlanRights.Within(guessed, scope) : null;
        if (guess is null)
        {
            IsRecognised = false;
            var entity = chosen ?? Entities.Select(each => each.Value).FirstOrDefault("customer");
            guess = new ImportPlan { File = Preview.Layout.AsChoices(), Counts = entity, Entities = [new EntityPlan(entity) { WhenKeyMissing = new MakeNew() }] };
        }

        Plan = guess;
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!RecordIds.TryParse(id, RecordIds.Job, out var number))
        {
            return false;
        }

        try
        {
            Run = await imports.FindAsync(scope, number, cancellationToken);
            return true;
        }
        catch (RefusedException)
        {
            // Somebody else's, or none.
            return false;
        }
    }

    /// <summary>This page's own address.</summary>
    public string OwnAddress => Address("/plan");

    private string Address(string rest) => Url.Content($"~/imports/{RecordIds.Format(RecordIds.Job, Run.Id)}{rest}");

    private static bool Names(ValueSource? source, string heading) => source switch
    {
        FromColumn from => from.Column == heading,
        FromColumns several => several.Columns.Contains(heading),
        JoinedColumns joined => joined.Columns.Contains(heading),
        ProductOfColumns product => product.Columns.Contains(heading),
        RunningNumber running => running.Group == heading,
        RecordByField record => record.Column == heading,
        _ => false,
    };

    private static Label Filled(Label text, string name, Label value) => new(
        text.Chinese.Replace("{" + name + "}", value.Chinese, StringComparison.Ordinal),
        text.English.Replace("{" + name + "}", value.English.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
