using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Api.Mutations;

/// <summary>What became of a change that a client named by a key of its own, so that the same request sent twice changes the ledger once. Committed with the change.</summary>
public sealed class KeptAnswer : ITenantOwned
{
    /// <summary>Longest response key that is told apart.</summary>
    public const int MaxField = 100;

    public int TenantId { get; set; }

    /// <summary>The account or program; each has keys of its own.</summary>
    public long ClientId { get; set; }

    /// <summary>SHA-256 of the client's key.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>Response key of the mutation, since a document may hold several.</summary>
    public required string Field { get; set; }

    /// <summary>SHA-256 of what was asked: another request under the same key is refused.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>What became of each row, encrypted: titles and values stand in it.</summary>
    public required byte[] Content { get; set; }

    public DateTime At { get; set; }
}

internal sealed class KeptAnswerMapping : IEntityTypeConfiguration<KeptAnswer>
{
    private const int Hash = 32;

    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers").HasKey(answer => new { answer.TenantId, answer.ClientId, answer.KeyHash, answer.Field });
        builder.Property(answer => answer.KeyHash).HasMaxLength(Hash);
        builder.Property(answer => answer.Field).HasMaxLength(KeptAnswer.MaxField);
        builder.Property(answer => answer.RequestHash).HasMaxLength(Hash);
    }
}
