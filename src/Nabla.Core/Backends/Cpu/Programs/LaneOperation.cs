using System.Reflection;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// One instruction of lowered programs in its two forms: a method that emitted code calls, and a loop over register
/// tiles.
/// </summary>
/// <param name="name">The name in listings.</param>
/// <param name="arity">How many registers it reads, three at most.</param>
/// <param name="cost">Roughly the cycles that one vector takes; decides when work is worth sharing.</param>
internal abstract unsafe class LaneOperation(string name, int arity, int cost)
{
    public string Name { get; } = name;

    public int Arity { get; } = arity;

    public int Cost { get; } = cost;

    /// <summary>The method from registers to a register.</summary>
    public abstract MethodInfo Method<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;

    /// <summary>The loop over whole vectors: up to three tiles in, one out, and how many lanes.</summary>
    public abstract delegate*<byte*, byte*, byte*, byte*, nint, void> Loop<TSimd, TVector, T>()
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged;

    public override string ToString() => Name;
}
