using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClientLedger.SqlServer.Check;

/// <summary>
/// Lets DacFx 150 make a model. It copies <c>AssemblyName.KeyPair</c>, which is null and whose accessors throw since .NET 6
/// (DacFx issue 33; later versions don't). In this process alone the accessors are sent to two methods that do nothing.
/// </summary>
/// <remarks>Rests on how the x64 runtime calls methods compiled in tiers; where that is otherwise, it says so and the check fails.</remarks>
internal static unsafe class StrongNameShim
{
    /// <summary>Sends the accessors elsewhere.</summary>
    /// <exception cref="PlatformNotSupportedException">The runtime is built otherwise.</exception>
    public static void Install()
    {
#pragma warning disable SYSLIB0017 // That it is obsolete and throws is the reason for all this.
        var property = typeof(AssemblyName).GetProperty(nameof(AssemblyName.KeyPair))!;
#pragma warning restore SYSLIB0017
        Replace(property.GetMethod!, nameof(Get));
        Replace(property.SetMethod!, nameof(Set));

        var name = new AssemblyName("check");
        property.SetValue(name, null);
        if (property.GetValue(name) is not null)
        {
            throw new PlatformNotSupportedException("AssemblyName.KeyPair couldn't be replaced.");
        }
    }

    private static void Replace(MethodInfo original, string replacement)
    {
        var own = typeof(StrongNameShim).GetMethod(replacement, BindingFlags.Static | BindingFlags.NonPublic)!;
        RuntimeHelpers.PrepareMethod(original.MethodHandle);
        RuntimeHelpers.PrepareMethod(own.MethodHandle);

        // FF 25 and a distance: a jump through a slot that lies so far behind it.
        var code = (byte*)original.MethodHandle.GetFunctionPointer();
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || code[0] != 0xFF || code[1] != 0x25)
        {
            throw new PlatformNotSupportedException("The model check runs on x64 with tiered compilation only.");
        }

        var slot = (nint*)(code + 6 + *(int*)(code + 2));
        *slot = own.MethodHandle.GetFunctionPointer();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? Get(object self) => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Set(object self, object? value)
    {
    }
}
