namespace ClientLedger.Tenancy.Requests;

/// <summary>Marks a page of the installation as a whole: it isn't found below a tenant's address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BaseHostAttribute : Attribute;
