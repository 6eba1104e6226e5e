using System.Diagnostics;

namespace Nabla.Tests.Runtime;

/// <summary>Long and many graphs cost neither stack nor memory, and little time.</summary>
public sealed class ChainTests
{
    [Fact]
    public void AHundredThousandAdditionsAreNoTrouble()
    {
        Tensor x = Tensor.Zeros(4);
        for (int i = 0; i < 100_000; i++)
        {
            x = x + 1;
        }

        Assert.Equal([100_000f, 100_000f, 100_000f, 100_000f], x.ToArray());
    }

    [Fact]
    public void AGrowingChainIsCutAsItGrows()
    {
        Tensor x = Tensor.Zeros(4);
        for (int i = 0; i < 20_000; i++)
        {
            x = x + 1;
            Assert.True((x.Node?.Depth ?? 0) <= Nabla.Graph.Recorded.DepthLimit + 1);
        }
    }

    [Fact]
    public void ADeepGradientOverflowsNoStack()
    {
        Tensor gradient = Gradient.Function(x =>
        {
            for (int i = 0; i < 3000; i++)
            {
                x = x * 1.0001;
            }

            return x.Sum();
        })(Tensor.From([1.0]));
        Assert.Equal(Math.Pow(1.0001, 3000), gradient.Item<double>(), 1e-9);
    }

    [Fact]
    public void CompilingTakesTimeInProportion()
    {
        // A second on a quiet machine; it took ten times as long when each join searched the graph.
        var function = new CompiledFunction(x =>
        {
            Tensor y = x[0];
            for (int i = 0; i < 4000; i++)
            {
                y = (y * 1.0001).Tanh();
            }

            return [Gradient.Of(y.Sum(), x[0])[0]];
        });
        long start = Stopwatch.GetTimestamp();
        _ = function.Bind(new TensorSpec(DType.Float32, [4]));
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 8);
    }

    [Fact]
    public void RecordingAnOperationCostsAboutAMicrosecond()
    {
        Tensor x = Tensor.Zeros(2, 3), bias = Tensor.Zeros(3);
        double best = double.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int chain = 0; chain < 100; chain++)
            {
                Tensor y = x;
                for (int i = 0; i < 10; i++)
                {
                    y = (y + bias) * x;
                }
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / 2000);
        }

        // Half of the operations record a broadcast as well. The bound is generous:
        // shared machines are noisy, Debug is slow.
        Assert.True(best < 5, $"{best:F2} µs an operation");
    }
}
