using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ClientLedger.Architecture.Tests;

public sealed partial class TypeTests
{
    [Fact]
    public void Types_carry_names_of_the_trade() => Violations.None(
        Product.Types.Where(type => Empty().Match(Rooms.NameOf(type)) is { Success: true } word && !IsFrameworks(type, word.Value)).Select(type => $"{type.FullName}: what does it do? Its name should say so."));

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var parents = Product.Types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        Violations.None(Product.Types
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !parents.Contains(type))
            .Select(type => $"{type.FullName} isn't sealed."));
    }

    [Fact]
    public void Public_types_say_what_they_are_for() => Violations.None(
        from assembly in Product.Assemblies
        let described = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal)
        from type in assembly.GetExportedTypes()
        where !Product.IsGenerated(type) && !described.Contains("T:" + type.FullName!.Replace('+', '.'))
        select $"{type.FullName} has no doc comment.");

    /// <summary>Whether the framework asks for a thing of that name: an <c>IXmlRepository</c>.</summary>
    private static bool IsFrameworks(Type type, string word) =>
        type.GetInterfaces().Append(type.BaseType!).Any(parent =>
            !Product.Assemblies.Contains(parent.Assembly) && Rooms.NameOf(parent).EndsWith(word, StringComparison.Ordinal));

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities|Service|Base|Repository|Mapper|Mediator|Impl|Dto)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Empty();
}
