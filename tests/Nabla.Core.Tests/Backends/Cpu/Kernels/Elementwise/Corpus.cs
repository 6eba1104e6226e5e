using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Primitives;

namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

/// <summary>Numbers worth trying: the edges of a type, and random bits.</summary>
internal static class Corpus
{
    private static readonly double[] _edges =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2, -2, 2.5, 3, -3, 7, 10, -10, 88.7, 88.8, -87.4, -103.9, -104.1,
        709.7, -745.2, 0.1,
        4194303.5, 8388607.5, 8388608, 16777216, 16777217, 2147483647, 2147483648, -2147483648, -2147483904,
        4e9, 9.2e18, -9.3e18,
        1e-20, 1.17549435e-38, 1.1754942e-38, 1e-40, -1e-40, 1.4e-45, -1.4e-45, 1e-310, -5e-324,
        1e20, 1e30, 3.4028235e38, -3.4028235e38,
        1e300, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        Math.PI / 2, Math.PI, 32768, 32769, -1e7,
    ];

    /// <summary>Edges and random bits: an odd number of elements, so that every width ends on a part.</summary>
    public static T[] Numbers<T>(int random = 941)
        where T : unmanaged, INumber<T>
    {
        List<T> numbers = [];
        foreach (double edge in _edges)
        {
            numbers.Add(T.CreateSaturating(edge));
        }

        for (int i = 0; i < random; i++)
        {
            ulong bits = ((ulong)Philox.Word(7, 0, (ulong)(2 * i)) << 32) | Philox.Word(7, 0, (ulong)((2 * i) + 1));
            numbers.Add(Unsafe.As<ulong, T>(ref bits));
            numbers.Add(T.CreateSaturating((int)bits % 1000 / 16.0));
        }

        return [.. numbers];
    }

    /// <summary>Pairs: every edge with every edge, and random bits with random bits.</summary>
    public static (T[] X, T[] Y) Pairs<T>(int random = 2001)
        where T : unmanaged, INumber<T>
    {
        T[] numbers = Numbers<T>(random);
        List<T> x = [];
        List<T> y = [];
        for (int i = 0; i < _edges.Length; i++)
        {
            for (int j = 0; j < _edges.Length; j++)
            {
                x.Add(numbers[i]);
                y.Add(numbers[j]);
            }
        }

        for (int i = 0; i < random; i++)
        {
            x.Add(numbers[_edges.Length + i]);
            y.Add(numbers[^(i + 1)]);
        }

        return ([.. x], [.. y]);
    }

    /// <summary>Whether two numbers have the same bits, all NaN counting as one.</summary>
    public static bool Same<T>(T left, T right)
        where T : unmanaged, INumber<T> =>
        (T.IsNaN(left) && T.IsNaN(right)) || (left == right && T.IsNegative(left) == T.IsNegative(right));
}
