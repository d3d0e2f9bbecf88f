using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage.Catalog;

/// <summary>Keeps the keys of ASP.NET Core Data Protection in the catalog, so that all nodes share them.</summary>
public sealed class CatalogXmlRepository(CatalogDatabase catalog) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = catalog.CreateContext();
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var context = catalog.CreateContext();
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName ?? "", Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
