using ClientLedger.Messages;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Messages;

public sealed class KeptRefusalsTests
{
    [Fact]
    public void Kept_refusals_read_as_they_did_in_both_languages()
    {
        Refusal[] refusals =
        [
            Refusal.Of(WriteMessages.TooLarge, ("field", new Label("数量", "Quantity")), ("value", 12.50m), ("maximum", 9L)) with { Field = "quantity" },
            Refusal.Of(WriteMessages.ReferenceUnknown, ("field", new Label("客户", "Customer")), ("target", new Label("客户", "Customer")), ("value", "\"A\"\n=1")),
            Refusal.Of(WriteMessages.SetBusy),
            Refusal.Of(WriteMessages.KeyNotUsable, ("entity", new Label("客户", "Customer")), ("key", null)),
        ];

        var kept = KeptRefusals.FromJson(KeptRefusals.ToJson(refusals));

        Assert.Equal(refusals.Select(Shown), kept.Select(Shown));
    }

    [Fact]
    public void A_code_that_is_no_more_is_named() =>
        Assert.Contains("'long.gone'", Assert.Single(KeptRefusals.FromJson("""[{"code":"long.gone","values":{}}]""")).In(Language.English), StringComparison.Ordinal);

    private static (string Code, string? Field, string English, string Chinese) Shown(Refusal refusal) =>
        (refusal.Code.Code, refusal.Field, refusal.In(Language.English), refusal.In(Language.Chinese));
}
