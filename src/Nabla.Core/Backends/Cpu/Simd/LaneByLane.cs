using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Applies a scalar function to each lane, for what has no vector form worth having.</summary>
/// <remarks><c>TScalar</c> is the lane type as the function names it. The same calls on every width, hence the
/// same bits. Out of line: the loop is large beside the vector code around it.</remarks>
internal static unsafe class LaneByLane
{
    /// <summary><c>f(x)</c> in each lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Apply<TFunction, TScalar, TSimd, TVector>(TVector x)
        where TFunction : IScalarUnaryFunction<TScalar>
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
        where TScalar : unmanaged
    {
        TScalar* lanes = (TScalar*)&x;
        for (int i = 0; i < TSimd.Count; i++)
        {
            lanes[i] = TFunction.Apply(lanes[i]);
        }

        return x;
    }

    /// <summary><c>f(x, y)</c> in each lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Apply<TFunction, TScalar, TSimd, TVector>(TVector x, TVector y)
        where TFunction : IScalarBinaryFunction<TScalar>
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
        where TScalar : unmanaged
    {
        TScalar* left = (TScalar*)&x;
        TScalar* right = (TScalar*)&y;
        for (int i = 0; i < TSimd.Count; i++)
        {
            left[i] = TFunction.Apply(left[i], right[i]);
        }

        return x;
    }

    /// <summary><c>f(x)</c> in the lanes where <paramref name="mask"/> is true, else
    /// <paramref name="otherwise"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector ApplyWhere<TFunction, TScalar, TSimd, TVector>(TVector mask, TVector x, TVector otherwise)
        where TFunction : IScalarUnaryFunction<TScalar>
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
        where TScalar : unmanaged
    {
        TScalar* lanes = (TScalar*)&x;
        TScalar* result = (TScalar*)&otherwise;
        byte* chosen = stackalloc byte[TSimd.Count];
        TSimd.StoreMask(mask, chosen);
        for (int i = 0; i < TSimd.Count; i++)
        {
            if (chosen[i] != 0)
            {
                result[i] = TFunction.Apply(lanes[i]);
            }
        }

        return otherwise;
    }

    /// <summary><c>f(x, y)</c> in the lanes where <paramref name="mask"/> is true, else
    /// <paramref name="otherwise"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector ApplyWhere<TFunction, TScalar, TSimd, TVector>(
        TVector mask, TVector x, TVector y, TVector otherwise)
        where TFunction : IScalarBinaryFunction<TScalar>
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
        where TScalar : unmanaged
    {
        TScalar* left = (TScalar*)&x;
        TScalar* right = (TScalar*)&y;
        TScalar* result = (TScalar*)&otherwise;
        byte* chosen = stackalloc byte[TSimd.Count];
        TSimd.StoreMask(mask, chosen);
        for (int i = 0; i < TSimd.Count; i++)
        {
            if (chosen[i] != 0)
            {
                result[i] = TFunction.Apply(left[i], right[i]);
            }
        }

        return otherwise;
    }
}
