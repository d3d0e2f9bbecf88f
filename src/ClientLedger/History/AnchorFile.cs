using System.Globalization;
using ClientLedger.Messages;

namespace ClientLedger.History;

/// <summary>
/// The anchors of all tenants in one text file outside every database: a line for each, <c>tenant number mac</c>, the mac in base 64. It is
/// written anew beside the old one and then put in its place, so that a crash leaves one of both.
/// </summary>
public sealed class AnchorFile(string path)
{
    internal static readonly Label Source = new("锚点文件", "the anchor file");

    /// <summary>The anchor of each tenant; none where the file doesn't exist yet.</summary>
    public async Task<Dictionary<int, Anchor>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var anchors = new Dictionary<int, Anchor>();
        foreach (var line in await File.ReadAllLinesAsync(path, cancellationToken))
        {
            if (line.Split(' ') is [var tenant, var number, var mac])
            {
                anchors[int.Parse(tenant, CultureInfo.InvariantCulture)] =
                    new Anchor(Source, long.Parse(number, CultureInfo.InvariantCulture), Convert.FromBase64String(mac));
            }
        }

        return anchors;
    }

    /// <summary>Replaces the file.</summary>
    public async Task WriteAsync(IReadOnlyDictionary<int, Anchor> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        var lines = anchors.OrderBy(pair => pair.Key)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Number} {Convert.ToBase64String(pair.Value.Mac)}"));
        var fresh = path + ".new";
        await File.WriteAllLinesAsync(fresh, lines, cancellationToken);
        File.Move(fresh, path, overwrite: true);
    }
}
