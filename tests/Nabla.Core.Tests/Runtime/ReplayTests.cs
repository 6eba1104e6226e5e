using System.Runtime.CompilerServices;

namespace Nabla.Tests.Runtime;

public sealed class ReplayTests
{
    private readonly CompiledFunction _double = new(x => [x[0] * 2]);

    [Fact]
    public void SpansOutliveTheirReplay()
    {
        ReadOnlySpan<float> output = Run(out Span<float> input, out WeakReference replay);
#pragma warning disable RS0030 // The subject of the test.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
#pragma warning restore RS0030
        Assert.False(replay.IsAlive);
        for (int i = 0; i < 64; i++)
        {
            // Takes whatever memory of this size is free.
            _ = Tensor.Full([1000], -1f).Evaluate();
        }

        Assert.Equal(-1, input.IndexOfAnyExcept(3f));
        Assert.Equal(-1, output.IndexOfAnyExcept(6f));
        input.Fill(4);
    }

    [Fact]
    public void TheNumbersOfABoundTensorCannotBeWritten()
    {
        Replay replay = _double.Bind(new TensorSpec(DType.Float32, [3]));
        Tensor x = Tensor.From([1f, 2f, 3f]);
        replay.Bind(0, x);
        replay.Run();
        Assert.Equal([2f, 4f, 6f], replay.Output<float>(0));
        string message = Assert.Throws<InvalidOperationException>(() => replay.Input<float>(0).Clear()).Message;
        Assert.Contains("Input 0, float32[3]", message, StringComparison.Ordinal);
        Assert.Contains("bind another tensor", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ElementsAreReadAsWhatTheyAre()
    {
        Replay replay = _double.Bind(new TensorSpec(DType.Float32, [3]));
        string message = Assert.Throws<DTypeMismatchException>(() => replay.Input<int>(0).Clear()).Message;
        Assert.Contains("Input 0 is float32[3]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunningAllocatesNothing()
    {
        Replay replay = _double.Bind(new TensorSpec(DType.Float32, [3]));
        Step(10);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step(100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step(int count)
        {
            for (int i = 0; i < count; i++)
            {
                replay.Input<float>(0)[0] = i;
                replay.Run();
                _ = replay.Output<float>(0)[0];
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public unsafe void MemoryIsAligned(int length)
    {
        Replay replay = _double.Bind(new TensorSpec(DType.Float32, [length]));
        Assert.Equal(length, replay.Input<float>(0).Length);
        fixed (float* first = replay.Input<float>(0))
        {
            Assert.Equal(0, (nint)first % 64);
        }

        replay.Run();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<float> Run(out Span<float> input, out WeakReference weak)
    {
        Replay replay = _double.Bind(new TensorSpec(DType.Float32, [1000]));
        weak = new WeakReference(replay);
        input = replay.Input<float>(0);
        input.Fill(3);
        replay.Run();
        return replay.Output<float>(0);
    }
}
