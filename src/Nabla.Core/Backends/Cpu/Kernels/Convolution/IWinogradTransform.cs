using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>One of the transforms of Winograd's F(4, 3) along one axis; along both axes it is applied twice.</summary>
internal interface IWinogradTransform
{
    /// <summary>How many numbers go in, at most 6; the parameters beyond are not looked at.</summary>
    static abstract int Inputs { get; }

    /// <summary>How many numbers come out, at most 6; the results beyond mean nothing.</summary>
    static abstract int Outputs { get; }

    /// <summary>Transforms as many lines at once as a vector has lanes.</summary>
    static abstract void Apply<TSimd, TVector>(
        TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5,
        out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged;
}
