using ClientLedger.Storage;

namespace ClientLedger.Products;

internal sealed class ProductMapping() : RecordMapping<Product>(ProductFields.Entity);
