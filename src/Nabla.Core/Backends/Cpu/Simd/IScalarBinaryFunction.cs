namespace Nabla.Backends.Cpu.Simd;

/// <summary>A function of two scalars, for <see cref="LaneByLane"/>.</summary>
internal interface IScalarBinaryFunction<T>
{
    /// <summary>The value at (<paramref name="x"/>, <paramref name="y"/>).</summary>
    static abstract T Apply(T x, T y);
}
