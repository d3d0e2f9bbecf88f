using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>Refuses values: says which, and what is taken instead.</summary>
internal static class ScalarRefusal
{
    public static GraphQLException Input(string scalar, RawValue value, string takes) => new($"{scalar} cannot represent value: {value}. It takes {takes}.", ErrorCodes.BadUserInput);

    public static GraphQLException Output(string scalar, object value) => new($"{scalar} cannot represent value: {Inspection.Show(value)}");
}
