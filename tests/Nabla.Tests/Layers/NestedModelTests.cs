namespace Nabla.Tests.Layers;

/// <summary>A trained model keeps its weights wherever it is put.</summary>
public sealed class NestedModelTests
{
    [Fact]
    public void AWrongFirstInputKeepsTheWeightsOfATrainedPart()
    {
        var trained = new Sequential { new Dense(4, Activation.Relu) };
        trained.Predict(Tensor.Ones(2, 3));
        Variable[] before = [.. trained.Parameters];
        var whole = new Sequential { trained, new Dense(2) };

        Assert.Throws<ShapeMismatchException>(() => whole.Predict(Tensor.Ones(2, 5)));
        whole.Predict(Tensor.Ones(2, 3));

        Assert.Equal(before, trained.Parameters);
    }
}
