using System.Reflection;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>The code that brings elements of one type into registers of one kind and back.</summary>
/// <remarks>
/// The methods are for emitted code; the loops are for the interpreter and move rows between memory and register tiles.
/// </remarks>
internal abstract unsafe class LaneTransfer
{
    /// <summary><c>TVector Load(byte*)</c>.</summary>
    public abstract MethodInfo Load { get; }

    /// <summary><c>TVector LoadPartial(byte*, int)</c>.</summary>
    public abstract MethodInfo LoadPartial { get; }

    /// <summary><c>TVector Broadcast(byte*)</c>.</summary>
    public abstract MethodInfo Broadcast { get; }

    /// <summary><c>void Store(TVector, byte*)</c>.</summary>
    public abstract MethodInfo Store { get; }

    /// <summary><c>void StorePartial(TVector, byte*, int)</c>.</summary>
    public abstract MethodInfo StorePartial { get; }

    /// <summary>
    /// <c>void StoreStreaming(TVector, byte*)</c>: past the caches, to an address aligned to the register.
    /// </summary>
    public abstract MethodInfo StoreStreaming { get; }

    /// <summary>
    /// Rows of memory (first element, stride in bytes) into a tile of rows of <c>pitch</c> lanes: rows, columns, pitch.
    /// </summary>
    public abstract delegate*<byte*, nint, byte*, nint, nint, nint, void> LoadRows { get; }

    /// <summary>The first element of each row into all lanes of the row.</summary>
    public abstract delegate*<byte*, nint, byte*, nint, nint, nint, void> BroadcastRows { get; }

    /// <summary>Rows of a tile to memory.</summary>
    public abstract delegate*<byte*, nint, byte*, nint, nint, nint, void> StoreRows { get; }
}
