namespace Microsoft.SqlServer.Server;

// The types of the package Microsoft.SqlServer.Server that SqlClient names whenever it sends a parameter. The package can't
// be had from every feed; builds with -p:FullSqlServerPackage=true use it instead of this project. CLR user types
// (geography, hierarchyid) aren't used by the product and don't work with this stand-in.

/// <summary>How SQL Server stores a CLR user type.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>A CLR user type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Takes the value from the reader.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value to the writer.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Thrown for a type that isn't a valid CLR user type.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Marks a CLR user type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}
