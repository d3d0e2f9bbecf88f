using ClientLedger.Access;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Api.Requests;

/// <summary>What one caller asked of a ledger's API, and what became of it. Neither the document, whose literals are values, nor a variable or an answer is kept.</summary>
public sealed class ApiRequest : ITenantOwned
{
    /// <summary>Longest name of an operation that is kept whole.</summary>
    public const int MaxOperation = 100;

    /// <summary>Longest code of an error.</summary>
    public const int MaxCode = 100;

    public int TenantId { get; set; }

    public long Id { get; set; }

    /// <summary>When it came.</summary>
    public DateTime At { get; set; }

    public ActorKind CallerKind { get; set; }

    /// <summary>The account or key.</summary>
    public long CallerId { get; set; }

    /// <summary>The operation's name in its document; null when it has none.</summary>
    public string? Operation { get; set; }

    /// <summary>One of <see cref="RequestKinds"/>; null when the request couldn't be read.</summary>
    public string? Kind { get; set; }

    /// <summary>SHA-256 of the document: equal documents are known by it. Null when there was none.</summary>
    public byte[]? DocumentHash { get; set; }

    /// <summary>What it was charged with, in points; 0 when it wasn't priced or couldn't be paid for.</summary>
    public long Points { get; set; }

    /// <summary>How long it took to answer, in microseconds.</summary>
    public long Microseconds { get; set; }

    /// <summary>Status of the answer over HTTP.</summary>
    public int Status { get; set; }

    /// <summary>How many errors the answer told of.</summary>
    public int Errors { get; set; }

    /// <summary>The code of the first; null when there was none.</summary>
    public string? Code { get; set; }

    /// <summary>Size of the answer.</summary>
    public long Bytes { get; set; }
}

/// <summary>What requests are about.</summary>
internal static class RequestKinds
{
    public const string Query = "query", Mutation = "mutation", Subscription = "subscription", Socket = "socket", Schema = "schema";
}

internal sealed class ApiRequestMapping : IEntityTypeConfiguration<ApiRequest>
{
    private const int Hash = 32;
    private const int ShortText = 20;

    public void Configure(EntityTypeBuilder<ApiRequest> builder)
    {
        // Each request is a row, and few of them are kept: one index, by which the newest are read, has to do.
        builder.ToTable("ApiRequests").HasKey(request => new { request.TenantId, request.At, request.Id });
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Operation).HasMaxLength(ApiRequest.MaxOperation);
        builder.Property(request => request.Kind).HasMaxLength(ShortText);
        builder.Property(request => request.DocumentHash).HasMaxLength(Hash);
        builder.Property(request => request.Code).HasMaxLength(ApiRequest.MaxCode);
    }
}
