namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>A kind of reduction by its operator struct.</summary>
internal sealed class Reducer<TReducer> : Reducer
    where TReducer : IReducer
{
    protected override ReductionBody Body<TSimd, TVector, T>() => new ReductionBody<TReducer, TSimd, TVector, T>();
}
