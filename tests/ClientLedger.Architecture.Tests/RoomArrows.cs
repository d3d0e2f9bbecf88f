using ClientLedger.Storage;

namespace ClientLedger.Architecture.Tests;

/// <summary>
/// Which room a file may use. Ground: ground alone. First: ground, and of another first-floor room the entity type alone, for a
/// relation. Second: the floors below, and of another second-floor room what is public. What lies in no room composes the others.
/// </summary>
internal static class RoomArrows
{
    /// <summary>What a file uses and may not, one sentence each.</summary>
    public static IEnumerable<string> Forbidden(SourceFile file, ILookup<string, Type> types)
    {
        if (file.Room is not { } room || !Rooms.FloorOf.TryGetValue(room, out var floor))
        {
            yield break;
        }

        foreach (var type in types[Rooms.Hall].Where(type => file.Names(Rooms.NameOf(type))))
        {
            yield return $"{file.Path} uses {type.Name}, which lies above all rooms: let it be handed in.";
        }

        foreach (var (other, otherFloor) in Rooms.FloorOf)
        {
            if (other == room || otherFloor < floor || (floor == Rooms.Ground && otherFloor == Rooms.Ground))
            {
                continue;
            }

            var imported = file.UsedRooms.Contains(other);
            var used = types[other]
                .Where(type => (imported && file.Names(Rooms.NameOf(type))) || file.Names(other, Rooms.NameOf(type)))
                .ToList();
            if (otherFloor > floor)
            {
                if (imported || used.Count > 0)
                {
                    yield return $"{file.Path} uses {other}, which is on a floor above {room}.";
                }

                continue;
            }

            foreach (var type in used.Where(type => !MayUse(floor, type)))
            {
                yield return $"{file.Path} uses {other}.{type.Name}: {Allowed(floor)}";
            }

            if (imported && used.Count == 0)
            {
                yield return $"{file.Path} uses {other} by none of its types (by extension methods?): {Allowed(floor)}";
            }
        }
    }

    private static bool MayUse(int floor, Type type) =>
        floor == Rooms.First ? type.IsSubclassOf(typeof(LedgerRecord)) : type.IsPublic;

    private static string Allowed(int floor) => floor == Rooms.First
        ? "of another room of the first floor only the entity may be used."
        : "of another room of the second floor only what is public may be used.";
}
