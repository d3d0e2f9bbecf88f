using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Validation;

/// <summary>The schema that rules are tested with: every kind of type, and what rules can trip over.</summary>
internal static class Zoo
{
    public const string Sdl =
        """
        directive @onQuery on QUERY
        directive @onField on FIELD
        directive @onFragment on FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @onVariable on VARIABLE_DEFINITION
        directive @tag(name: String!, weight: Int = 1) repeatable on FIELD | QUERY | MUTATION | SUBSCRIPTION | FRAGMENT_SPREAD

        type Query {
          keeper(id: ID!): Keeper
          animal(name: String = "Fido", where: Filter): Animal
          animals(first: Int! = 10, after: ID, where: Filter, order: [Order!]): [Animal!]!
          find(by: Key!): Living
          dog: Dog
          cat: Cat
          feeding(at: DateTime, meta: JSON): Feeding
          old: String @deprecated(reason: "Use animals.")
        }

        type Mutation {
          feed(input: Feed!): Feeding
          rename(id: ID!, name: String!): Animal
        }

        type Subscription {
          fed(id: ID): Feeding
          born: Animal
          moved(from: Int, to: Int): Keeper
        }

        interface Node { id: ID! }
        interface Being { name(short: Boolean): String }
        interface Animal implements Being & Node { id: ID! name(short: Boolean): String age: Int mother: Animal friends(first: Int, order: Order): [Animal!] }

        type Dog implements Animal & Being & Node {
          id: ID!
          name(short: Boolean): String
          age: Int
          mother: Dog
          friends(first: Int, order: Order): [Animal!]
          volume(unit: Unit = DECIBEL): Int!
          nickname: String
          knows(command: Command!): Boolean
          owner: Keeper
        }

        type Cat implements Animal & Being & Node {
          id: ID!
          name(short: Boolean): String
          age: Int
          mother: Cat
          friends(first: Int, order: Order): [Animal!]
          volume(unit: Unit = DECIBEL): Float!
          nickname: String!
          lives: Int @deprecated
          owner: Keeper
        }

        type Keeper implements Being & Node { id: ID! name(short: Boolean): String animals(where: Filter, first: Int = 5): [Animal] boss: Keeper }
        type Robot { id: ID! name: String! }
        type Feeding { at: DateTime! animal: Animal! by: Machine food(grams: Float! = 1.5): String meta: JSON }
        union Living = Dog | Cat | Keeper
        union Machine = Robot | Keeper
        enum Order { NAME AGE SIZE @deprecated(reason: "Nobody measures.") }
        enum Unit { DECIBEL SONE }
        enum Command { SIT DOWN HEEL }
        scalar DateTime
        scalar JSON
        input Filter { name: String, ages: [Int!], and: [Filter!], not: Filter, unit: Unit! = SONE, size: Float @deprecated(reason: "Nobody measures.") }
        input Key @oneOf { id: ID, name: String, tag: Tag }
        input Tag { number: Int!, letters: [String!]! }
        input Feed { animal: ID!, at: DateTime, foods: [Food!]!, note: String = "none" }
        input Food { name: String!, grams: Float! = 1.5, when: [Int] }
        """;

    public static Schema Schema { get; } = new SchemaBuilder().Sdl(Sdl).Build();
}
