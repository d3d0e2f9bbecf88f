using ClientLedger.Storage.Secrets;

namespace ClientLedger.Help.Demo;

/// <summary>
/// What the demo's accounts sign in with at first. Each installation has its own, derived from its master key: it can be printed at every start without being kept
/// anywhere, and nobody knows it who doesn't see the console, also where a demo is served to others.
/// </summary>
internal static class DemoPassword
{
    private const string Letters = "abcdefghjkmnpqrstvwxyz";
    private const int Groups = 3;
    private const int GroupLength = 4;

    /// <summary>The password of an installation: letters in groups, then digits.</summary>
    public static string Of(MasterKey master)
    {
        var bytes = master.Derive("demo password");
        var text = new char[Groups * GroupLength];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = i < text.Length - GroupLength ? Letters[bytes[i] % Letters.Length] : (char)('0' + (bytes[i] % 10));
        }

        return "Demo-" + string.Join('-', text.Chunk(GroupLength).Select(group => new string(group)));
    }
}
