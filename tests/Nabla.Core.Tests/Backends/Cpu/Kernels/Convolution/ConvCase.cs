using System.Numerics;
using System.Runtime.InteropServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

/// <summary>Operands of a convolution and its gradients, guarded all round, and their results by definition.</summary>
internal sealed unsafe class ConvCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Guard = 64;

    private readonly T[] _image;
    private readonly T[] _kernel;
    private readonly T[] _gradient;

    public ConvCase(SlidingWindow window, Shape image, int groups, int filters)
    {
        (Window, Image, Groups) = (window, image, groups);
        Result = Shape.Create([image[0], .. window.ResultOf("Test", image), filters]);
        Kernel = Shape.Create([.. window.Size, image[-1] / groups, filters]);
        var random = new System.Random((int)((image.ElementCount * 31) + Kernel.ElementCount));
        _image = Fill(random, image);
        _kernel = Fill(random, Kernel);
        _gradient = Fill(random, Result);
    }

    public delegate ConvAlgorithm<T> Plan(WorkerTeam team, BlockEpilogue? epilogue);

    public SlidingWindow Window { get; }

    public int Groups { get; }

    public Shape Image { get; }

    public Shape Kernel { get; }

    public Shape Result { get; }

    public T[] Forward(WorkerTeam team, Plan plan) => Run(_image, _kernel, Result, team, plan);

    public T[] InputGradient(WorkerTeam team, Plan plan) => Run(_gradient, _kernel, Image, team, plan);

    public T[] KernelGradient(WorkerTeam team, Plan plan) => Run(_image, _gradient, Kernel, team, plan);

    public void CheckForward(T[] actual) => Check(
        Result, actual, (image, tap, result, sums) => sums[result] += At(_image, image) * At(_kernel, tap));

    public void CheckInputGradient(T[] actual) => Check(
        Image, actual, (image, tap, result, sums) => sums[image] += At(_gradient, result) * At(_kernel, tap));

    public void CheckKernelGradient(T[] actual) => Check(
        Kernel, actual, (image, tap, result, sums) => sums[tap] += At(_image, image) * At(_gradient, result));

    private static double At(T[] values, long index) => double.CreateChecked(values[Guard + index]);

    // What lies around an operand must not be read.
    private static T[] Fill(System.Random random, Shape shape)
    {
        var values = new T[shape.ElementCount + (2 * Guard)];
        Array.Fill(values, T.NaN);
        for (long i = 0; i < shape.ElementCount; i++)
        {
            values[Guard + i] = T.CreateChecked(random.NextDouble() - 0.5);
        }

        return values;
    }

    private static T[] Run(T[] a, T[] b, Shape shape, WorkerTeam team, Plan plan)
    {
        T[] expected = Run(a, b, shape, team, plan, keeps: true, fuses: false);
        Assert.Equal(expected, Run(a, b, shape, team, plan, keeps: true, fuses: true));
        Assert.Equal(expected, Run(a, b, shape, team, plan, keeps: false, fuses: true));
        return expected;
    }

    private static T[] Run(T[] a, T[] b, Shape shape, WorkerTeam team, Plan plan, bool keeps, bool fuses)
    {
        int size = (int)shape.ElementCount;
        var seen = fuses ? new Recorder((int)shape[-1], size) : null;
        ConvAlgorithm<T> algorithm = plan(team, seen);
        T guard = T.CreateChecked(-12345);
        var result = new T[size + (2 * Guard)];
        Array.Fill(result, guard);
        nuint bytes = (nuint)algorithm.WorkspaceBytes;
        byte* workspace = (byte*)NativeMemory.AlignedAlloc(bytes + 64, 64);
        new Span<byte>(workspace, (int)bytes + 64).Fill(0xFF);
        fixed (T* first = a, second = b, to = result)
        {
            nint slot = 0;
            T* target = keeps ? to + Guard : null;
            if (algorithm.Form is { } form)
            {
                using var prepared = new PreparedOperand(form.ByteCount);
                algorithm.Prepare(second + Guard, prepared.First);
                algorithm.Run(&slot, first + Guard, (T*)prepared.First, target, workspace);
            }
            else
            {
                algorithm.Run(&slot, first + Guard, second + Guard, target, workspace);
            }
        }

        Assert.True(
            new Span<byte>(workspace + bytes, 64).IndexOfAnyExcept((byte)0xFF) < 0, "The workspace is too small.");
        NativeMemory.AlignedFree(workspace);
        Assert.True(result.AsSpan(0, Guard).IndexOfAnyExcept(guard) < 0);
        Assert.True(result.AsSpan(Guard + size).IndexOfAnyExcept(guard) < 0);
        if (seen is not null)
        {
            Assert.All(seen.Times, times => Assert.Equal(1, times));
        }

        return keeps ? result.AsSpan(Guard, size).ToArray() : seen!.Seen;
    }

    private void Check(Shape shape, T[] actual, Action<long, long, long, double[]> add)
    {
        var sums = new double[shape.ElementCount];
        ConvTerms.Visit(Window, Groups, Image, Result, (image, tap, result) => add(image, tap, result, sums));
        double terms64 = Math.Max(1, (double)Result.ElementCount * Kernel.ElementCount / Math.Max(1, sums.Length));
        double tolerance = (typeof(T) == typeof(float) ? 1e-6 : 1e-14) * (1 + Math.Sqrt(terms64));
        for (int i = 0; i < sums.Length; i++)
        {
            double difference = Math.Abs(sums[i] - double.CreateChecked(actual[i]));
            Assert.True(difference <= tolerance, $"[{i}] of {shape} is {actual[i]} instead of {sums[i]}.");
        }
    }

    private sealed class Recorder(int columns, int size) : BlockEpilogue
    {
        public T[] Seen { get; } = new T[size];

        public int[] Times { get; } = new int[size];

        public override void Apply(
            nint* slots, byte* block, long blockStride, long row, long column, int rows, int blockColumns, int worker)
        {
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < blockColumns; j++)
                {
                    long index = ((row + i) * columns) + column + j;
                    Seen[index] = ((T*)block)[(i * blockStride) + j];
                    Interlocked.Increment(ref Times[index]);
                }
            }
        }
    }
}
