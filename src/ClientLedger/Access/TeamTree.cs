namespace ClientLedger.Access;

/// <summary>A tenant's teams and their members, in memory.</summary>
internal sealed class TeamTree(IEnumerable<Team> teams, IReadOnlyList<TeamMember> members)
{
    public static readonly TeamTree Empty = new([], []);

    private readonly ILookup<long?, long> below = teams.ToLookup(team => team.ParentId, team => team.Id);
    private readonly ILookup<long, long> byPerson = members.ToLookup(member => member.PersonId, member => member.TeamId);
    private readonly ILookup<long, long> byTeam = members.ToLookup(member => member.TeamId, member => member.PersonId);

    /// <summary>The teams that a person is a member of, ascending.</summary>
    public IReadOnlyList<long> Of(long person) => [.. byPerson[person].Order()];

    /// <summary>Everybody in the person's teams, the person included, ascending.</summary>
    public IReadOnlyList<long> Colleagues(long person) => Persons(person, byPerson[person]);

    /// <summary>Everybody in the person's teams and in all teams under them, the person included, ascending.</summary>
    public IReadOnlyList<long> ColleaguesAndBelow(long person)
    {
        var found = new HashSet<long>();
        var open = new Stack<long>(byPerson[person]);
        while (open.TryPop(out var team))
        {
            // A circle of teams, which nobody should have saved, ends here too.
            if (found.Add(team))
            {
                foreach (var child in below[team])
                {
                    open.Push(child);
                }
            }
        }

        return Persons(person, found);
    }

    private List<long> Persons(long person, IEnumerable<long> inTeams) =>
        [.. inTeams.SelectMany(team => byTeam[team]).Append(person).Distinct().Order()];
}
