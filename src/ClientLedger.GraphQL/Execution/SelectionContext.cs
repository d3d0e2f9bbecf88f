using ClientLedger.GraphQL.Execution.Levels;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution;

/// <summary>Look-ahead: what the client asks below a field, known before the field is answered.</summary>
public static class SelectionContext
{
    extension(ResolveContext context)
    {
        /// <summary>The field that is answered, as the document selects it.</summary>
        public SelectedField Selected => ((ResolveCall)context).Selected;

        /// <summary>The arguments of a field below, coerced for this request; a <see cref="Errors.GraphQLException"/> when one is wrong.</summary>
        public IReadOnlyDictionary<string, object?> ArgumentsOf(SelectedField field) => ((ResolveCall)context).Bound.Of(field);

        /// <summary>
        /// The first variable within an argument of a field, in its lists and objects, that has no value in this request and so left its place out; null where
        /// there is none. For resolvers to whom a place that was left out says something else than one that the document doesn't have.
        /// </summary>
        public string? VariableWithoutValue(SelectedField field, string argument) => ((ResolveCall)context).Bound.FirstWithoutValue(field, argument);

        /// <summary>Which page a field asks for.</summary>
        public Paging PagingOf(SelectedField field)
        {
            var arguments = context.ArgumentsOf(field);
            return new Paging(
                arguments.GetValueOrDefault("first") as int?, arguments.GetValueOrDefault("after") as string,
                arguments.GetValueOrDefault("last") as int?, arguments.GetValueOrDefault("before") as string);
        }
    }
}

/// <summary>A page of a list by the arguments of the Relay specification; null for what wasn't given.</summary>
/// <param name="First">How many from the start.</param>
/// <param name="After">The cursor that the page begins behind.</param>
/// <param name="Last">How many from the end.</param>
/// <param name="Before">The cursor that the page ends before.</param>
public readonly record struct Paging(int? First, string? After, int? Last, string? Before);
