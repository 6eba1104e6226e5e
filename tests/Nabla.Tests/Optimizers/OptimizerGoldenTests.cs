using Nabla.Tests.Golden;

namespace Nabla.Tests.Optimizers;

/// <summary>Twenty steps of a small network under each optimizer, in float64, against PyTorch.</summary>
public sealed class OptimizerGoldenTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Optimizers => [.. GoldenCase.In("optimizers.json").Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TheTrajectoryIsThatOfPyTorch(string name)
    {
        GoldenCase golden = GoldenCase.Named("optimizers.json", name);
        var model = new Sequential { new Dense(4, Activation.Sigmoid), new Dense(3) };
        model.Build(new TensorSpec(DType.Float64, [3]));
        string[] names = ["w1", "b1", "w2", "b2"];
        for (int i = 0; i < names.Length; i++)
        {
            model.Parameters[i].Value = golden.Input(names[i]);
        }

        var trainer = new Trainer(model, new CrossEntropy(), Create(golden));
        Tensor x = golden.Input("x"), labels = golden.Input("labels");
        double[] losses = golden.Output("loss");
        for (int step = 1; step <= losses.Length; step++)
        {
            Assert.Equal(losses[step - 1], trainer.Step(x, labels), losses[step - 1] * Tolerance);
            for (int i = 0; i < names.Length && golden.HasOutput($"w1@{step}"); i++)
            {
                string what = $"{names[i]}@{step}";
                GoldenCase.AssertClose(golden.Output(what), model.Parameters[i].Value, Tolerance, $"{name}: {what}");
            }
        }
    }

    private static Optimizer Create(GoldenCase golden)
    {
        double rate = golden.Number("rate");
        return golden.Operation switch
        {
            "sgd" => new Sgd(rate),
            "momentum" => new Sgd(rate, golden.Number("momentum")),
            "nesterov" => new Sgd(rate, golden.Number("momentum"), nesterov: true),
            "sgd_weight_decay" => new Sgd(rate, golden.Number("momentum"), weightDecay: golden.Number("weight_decay")),
            "rms_prop" => new RmsProp(rate, golden.Number("decay")),
            "rms_prop_momentum" => new RmsProp(rate, golden.Number("decay"), momentum: golden.Number("momentum")),
            "rms_prop_centered" => new RmsProp(rate, golden.Number("decay"), centered: true),
            "adam" => new Adam(rate),
            "adam_w" => new AdamW(rate, golden.Number("weight_decay")),
            _ => throw new NotSupportedException(golden.Operation),
        };
    }
}
