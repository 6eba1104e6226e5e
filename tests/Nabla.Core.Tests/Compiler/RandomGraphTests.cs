using Nabla.Backends.Reference;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Tests.Compiler;

/// <summary>
/// Random graphs over random variables, with assignments that read, swap and reuse each other: what the CPU makes of
/// them fused and in place equals what the reference makes of them one operation at a time.
/// </summary>
public sealed class RandomGraphTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2000)]
    [InlineData(3000)]
    public void FusedAndInPlaceEqualsOneByOne(int firstSeed)
    {
        for (int seed = firstSeed; seed < firstSeed + 60; seed++)
        {
            double[][] fused = Run(seed, Backend.Current, Backend.Current.Traits);
            double[][] single = Run(seed, ReferenceBackend.Instance, new NothingFuses());
            Assert.Equal(single.Length, fused.Length);
            for (int i = 0; i < fused.Length; i++)
            {
                for (int j = 0; j < fused[i].Length; j++)
                {
                    bool isEqual = fused[i][j].Equals(single[i][j])
                        || Math.Abs(fused[i][j] - single[i][j]) <= 1e-9 * (1 + Math.Abs(single[i][j]));
                    Assert.True(
                        isEqual,
                        $"seed {seed}, value {i}, element {j}: {fused[i][j]} fused, {single[i][j]} one by one");
                }
            }
        }
    }

    /// <summary>All results and variables after each of two steps.</summary>
    private static double[][] Run(int seed, Backend backend, BackendTraits traits)
    {
        var random = new Random(seed);
        Variable[] variables = [.. Enumerable.Range(0, 3).Select(i => new Variable($"v{i}", Draw(random, [3, 4])))];
        Tensor x = Draw(random, [3, 4]), y = Draw(random, [4]);
        using Trace trace = Trace.Begin();
        List<Tensor> outputs = Compose(random, [trace.AddInput(x.Spec), trace.AddInput(y.Spec)], variables);
        var function = new GraphFunction([x.Spec, y.Spec], outputs, [.. trace.Assignments]);
        trace.Dispose();
        var executable = new Executable(GraphCompiler.Compile(function, traits), backend);
        Execution execution = executable.Rent();
        execution.BindInput(0, x.Storage!);
        execution.BindInput(1, y.Storage!);
        Storage[] results = [.. executable.Program.Outputs.Select(spec => backend.Allocate(spec.ByteCount))];
        var values = new List<double[]>();
        for (int i = 0; i < results.Length; i++)
        {
            execution.BindOutput(i, results[i]);
        }

        for (int step = 0; step < 2; step++)
        {
            execution.Run();
            values.AddRange(
                results.Select((storage, i) => new Tensor(storage, executable.Program.Outputs[i]).ToArray<double>()));
            values.AddRange(variables.Select(variable => variable.Value.ToArray<double>()));
        }

        return [.. values];
    }

    private static List<Tensor> Compose(Random random, List<Tensor> pool, Variable[] variables)
    {
        pool.AddRange(variables.Select(variable => variable.Value));
        int count = random.Next(3, 25);
        for (int i = 0; i < count; i++)
        {
            if (Apply(random, Pick(), Pick()) is { Rank: <= 3 } result
                && result.Shape.ElementCount < 300
                && result.DType is DType.Float64)
            {
                pool.Add(result);
            }

            Variable variable = variables[random.Next(variables.Length)];
            if (random.Next(6) == 0 && pool.FindLast(tensor => tensor.Shape == variable.Shape) is { } value)
            {
                variable.Value = value;
            }

            if (random.Next(6) == 0)
            {
                pool.Add(variables[random.Next(variables.Length)].Value);
            }
        }

        return [.. pool.TakeLast(3), .. Gradient.OfOrNull(pool[^1].Square().Sum(), pool[0], pool[1]).OfType<Tensor>()];

        Tensor Pick() =>
            pool[random.Next(4) == 0 ? random.Next(pool.Count) : Math.Max(0, pool.Count - 1 - random.Next(5))];
    }

    private static Tensor? Apply(Random random, Tensor a, Tensor b)
    {
        int axis = random.Next(2), op = random.Next(18);
        try
        {
            return op switch
            {
                0 => a + b,
                1 => a - b,
                2 => a * b,
                3 => a.Relu(),
                4 => a.Sigmoid(),
                5 => a.Transpose(),
                6 => a.MatMul(b),
                7 => a.Sum([axis], keepAxes: true),
                8 => a.Sum([axis], keepAxes: false),
                9 => (a * 0.5) + b,
                10 => (a > b).Where(a, b * 2),
                11 => a.Reshape(-1, a.Rank == 0 ? 1 : a.Shape[0]),
                12 => a.Max([axis], keepAxes: true),
                13 => a.Tanh() - b,
                14 => a.Square().Mean(),
                15 => Tensor.RandomUniform(a.Shape, new RandomKey(7, "test")).Cast(DType.Float64).Flatten().Sum(),
                16 => (a * Tensor.RandomUniform(a.Shape, new RandomKey(8, "test")).Cast(DType.Float64)).Reshape(-1),
                _ => a.BroadcastTo([2, .. a.Shape]).Sum(0),
            };
        }
        catch (ArgumentException)
        {
            // Shapes that do not fit are refused on this line; another draw will fit.
            return null;
        }
    }

    private static Tensor Draw(Random random, Shape shape) =>
        Tensor.From(
            [.. Enumerable.Range(0, (int)shape.ElementCount).Select(_ => (random.NextDouble() * 2) - 1)], shape);

    private sealed class NothingFuses : BackendTraits
    {
        public override bool CanFuse(Op op, DType input, DType output) => false;

        public override bool HasKernel(FusedOp op, DType dtype) => false;
    }
}
