using Nabla.Tests.Golden;

namespace Nabla.Tests.Optimizers;

/// <summary>
/// Twenty steps of a small network under each optimizer, in float64, against PyTorch or the recurrence of the paper.
/// </summary>
public sealed class OptimizerGoldenTests
{
    private const double Tolerance = 1e-10;

    private static readonly string[] s_names = ["w1", "b1", "w2", "b2"];

    public static TheoryData<string, string> Optimizers =>
    [
        .. new[] { "optimizers.json", "trajectories.json" }.SelectMany(
            file => GoldenCase.In(file).Select(golden => (file, golden.Name))),
    ];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TheTrajectoryIsThatOfTheSource(string file, string name)
    {
        GoldenCase golden = GoldenCase.Named(file, name);
        var model = new Sequential { new Dense(4, Activation.Sigmoid), new Dense(3) };
        model.Build(new TensorSpec(DType.Float64, [3]));
        for (int i = 0; i < s_names.Length; i++)
        {
            model.Parameters[i].Value = golden.Input(s_names[i]);
        }

        Optimizer optimizer = GoldenOptimizers.Create(golden);
        WeightAverage? average = GoldenOptimizers.Average(golden);
        var step = new CompiledFunction(x =>
        {
            Tensor loss = model.Apply(x[0], CallContext.Inference).CrossEntropy(x[1]).Mean();
            IReadOnlyList<Variable> parameters = model.Parameters;
            optimizer.Apply(parameters, Gradient.Of(loss, [.. parameters.Select(parameter => parameter.Value)]));
            average?.Apply(parameters);
            return [loss];
        });

        Tensor inputs = golden.Input("x"), labels = golden.Input("labels");
        double[] losses = golden.Output("loss");
        for (int i = 1; i <= losses.Length; i++)
        {
            Assert.Equal(losses[i - 1], step.Invoke(inputs, labels)[0].Item<double>(), losses[i - 1] * Tolerance);
            if (golden.HasOutput($"w1@{i}"))
            {
                Compare($"@{i}");
            }

            if (golden.HasOutput($"w1.average@{i}"))
            {
                using AverageScope averaged = average!.Use();
                Compare($".average@{i}");
            }
        }

        void Compare(string moment)
        {
            for (int i = 0; i < s_names.Length; i++)
            {
                string what = s_names[i] + moment;
                GoldenCase.AssertClose(golden.Output(what), model.Parameters[i].Value, Tolerance, $"{name}: {what}");
            }
        }
    }
}
