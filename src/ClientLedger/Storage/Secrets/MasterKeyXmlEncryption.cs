using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ClientLedger.Shared;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Storage.Secrets;

/// <summary>Encrypts keys of ASP.NET Core Data Protection under the master key.</summary>
public sealed class MasterKeyXmlEncryptor(MasterKey master, IRandomSource random) : IXmlEncryptor
{
    internal const byte Version = 1;
    internal const string Purpose = "data protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var bytes = SealedBytes.Seal(master.Derive(Purpose), Version, plain, default, random);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(bytes)), typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>
/// Reads what <see cref="MasterKeyXmlEncryptor"/> wrote. Every stored key names this class, its namespace and assembly: they can't be
/// changed without losing the keys.
/// </summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var key = services.GetRequiredService<MasterKey>().Derive(MasterKeyXmlEncryptor.Purpose);
        var plain = SealedBytes.Open(key, MasterKeyXmlEncryptor.Version, Convert.FromBase64String(encryptedElement.Value), default)
            ?? throw new CryptographicException("A data protection key was encrypted under another master key.");
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
