using System.Runtime.InteropServices;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

/// <summary>Numbers in memory of their own, 64-byte aligned, with NaN on both sides.</summary>
internal sealed unsafe class GuardedFloats : IDisposable
{
    private const int Guard = 64;

    private readonly float* _memory;
    private readonly int _count;

    public GuardedFloats(long count)
    {
        _count = checked((int)count);
        _memory = (float*)NativeMemory.AlignedAlloc((nuint)(_count + (2 * Guard)) * sizeof(float), 64);
        new Span<float>(_memory, _count + (2 * Guard)).Fill(float.NaN);
    }

    public float* First => _memory + Guard;

    public Span<float> Values => new(First, _count);

    public double this[long index] => First[index];

    public bool IsIntact =>
        new ReadOnlySpan<float>(_memory, Guard).IndexOfAnyExcept(float.NaN) < 0
        && new ReadOnlySpan<float>(First + _count, Guard).IndexOfAnyExcept(float.NaN) < 0;

    /// <summary>As many numbers of the normal distribution.</summary>
    public static GuardedFloats Normal(long count, System.Random random)
    {
        var numbers = new GuardedFloats(count);
        foreach (ref float number in numbers.Values)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            number = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return numbers;
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
