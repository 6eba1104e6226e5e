using Nabla.Tests.Golden;

namespace Nabla.Tests.Losses;

/// <summary>Losses and their gradients against PyTorch.</summary>
public sealed class LossGoldenTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("cross_entropy reduction=mean label_smoothing=0.0")]
    [InlineData("cross_entropy reduction=mean label_smoothing=0.1")]
    [InlineData("cross_entropy far from zero reduction=mean label_smoothing=0.0")]
    [InlineData("cross_entropy_probabilities reduction=mean")]
    [InlineData("mean_squared_error reduction=mean")]
    [InlineData("mean_absolute_error reduction=mean")]
    [InlineData("binary_cross_entropy_logits reduction=mean")]
    [InlineData("binary_cross_entropy_logits far from zero reduction=mean")]
    public void ALossIsThatOfPyTorch(string name)
    {
        GoldenCase golden = GoldenCase.Named("losses.json", name);
        (Loss loss, string x, string t) = golden.Operation switch
        {
            "cross_entropy" => (new CrossEntropy(golden.Number("label_smoothing")), "logits", "labels"),
            "cross_entropy_probabilities" => ((Loss)new CrossEntropy(), "logits", "targets"),
            "mean_squared_error" => (new MeanSquaredError(), "predictions", "targets"),
            "mean_absolute_error" => (new MeanAbsoluteError(), "predictions", "targets"),
            _ => (new BinaryCrossEntropy(), "logits", "targets"),
        };
        Tensor targets = golden.Input(t);

        (Tensor value, Tensor gradient) = Gradient.ValueAndGradient(p => loss.Call(p, targets))(golden.Input(x));

        GoldenCase.AssertClose(golden.Output("output"), value, Tolerance, name);
        GoldenCase.AssertClose(golden.Gradient(x), gradient * golden.Cotangent, Tolerance, $"{name}, gradient");
    }
}
