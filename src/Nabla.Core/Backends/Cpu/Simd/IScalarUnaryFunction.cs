namespace Nabla.Backends.Cpu.Simd;

/// <summary>A function of one scalar, for <see cref="LaneByLane"/>.</summary>
internal interface IScalarUnaryFunction<T>
{
    /// <summary>The value at <paramref name="x"/>.</summary>
    static abstract T Apply(T x);
}
