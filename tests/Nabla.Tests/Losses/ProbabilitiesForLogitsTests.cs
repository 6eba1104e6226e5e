namespace Nabla.Tests.Losses;

/// <summary>
/// A softmax or sigmoid before a loss that has its own: the mistake that only shows as slow learning.
/// </summary>
public sealed class ProbabilitiesForLogitsTests
{
    private static readonly Tensor s_x = Tensor.RandomNormal([8, 3], 1).Evaluate();
    private static readonly Tensor s_labels = Tensor.From([0, 1, 2, 0, 1, 2, 0, 1]);
    private static readonly Tensor s_answers = Tensor.From([0f, 1, 1, 0, 1, 1, 0, 1], 8, 1);

    public static TheoryData<Loss> ClassLosses =>
        [new CrossEntropy(), new FocalCrossEntropy(), new GeneralizedCrossEntropy()];

    public static TheoryData<Loss> AnswerLosses =>
        [new BinaryCrossEntropy(), new BinaryFocalCrossEntropy(), new Dice(), new Jaccard(), new Tversky()];

    [Theory]
    [MemberData(nameof(ClassLosses))]
    public void ASoftmaxIsRefused(Loss loss)
    {
        AssertRefused("Softmax", () => loss.Call(s_x.Softmax(), s_labels));
        AssertRefused("Softmax", () => loss.Call(s_x.Reshape(4, 2, 3).Softmax().Reshape(8, 3), s_labels));
    }

    [Theory]
    [MemberData(nameof(AnswerLosses))]
    public void ASigmoidIsRefused(Loss loss) =>
        AssertRefused("Sigmoid", () => loss.Call(s_x.Slice(1, ..1).Sigmoid(), s_answers));

    [Fact]
    public void TheLastLayerOfAModelIsSeenInTraining()
    {
        var softmax = new Trainer(
            new Sequential { new Dense(3, Activation.Softmax) }, new CrossEntropy(), new Sgd());
        AssertRefused("Softmax", () => softmax.Step(s_x, s_labels));

        var sigmoid = new Trainer(
            new Sequential { new Dense(1), Activation.Sigmoid }, new BinaryCrossEntropy(), new Sgd());
        AssertRefused("Sigmoid", () => sigmoid.Step(s_x, s_answers));
    }

    [Fact]
    public void NumbersThatAreThereAreLookedAt()
    {
        AssertRefused("Softmax", () => new CrossEntropy().Call(s_x.Softmax().Evaluate(), s_labels));
        using (new EagerScope())
        {
            AssertRefused("Softmax", () => new CrossEntropy().Call(s_x.Softmax(), s_labels));
        }
    }

    [Fact]
    public void ScoresAreTaken()
    {
        Assert.True(float.IsFinite(new CrossEntropy().Call(s_x, s_labels).Item<float>()));
        Assert.True(float.IsFinite(new CrossEntropy().Call(s_labels.OneHot(3).Evaluate(), s_labels).Item<float>()));
        Assert.True(float.IsFinite(new CrossEntropy().Call(s_x.LogSoftmax(), s_labels).Item<float>()));
    }

    [Fact]
    public void FromProbabilitiesTheyGiveTheSame()
    {
        Assert.Equal(
            new CrossEntropy().Call(s_x, s_labels).Item<float>(),
            new CrossEntropy(fromLogits: false).Call(s_x.Softmax(), s_labels).Item<float>(), 1e-6f);
        Tensor x = s_x.Slice(1, ..1);
        Assert.Equal(
            new BinaryCrossEntropy().Call(x, s_answers).Item<float>(),
            new BinaryCrossEntropy(fromLogits: false).Call(x.Sigmoid(), s_answers).Item<float>(), 1e-6f);
        Assert.Equal(
            new Dice().Call(x, s_answers).Item<float>(),
            new Dice(fromLogits: false).Call(x.Sigmoid(), s_answers).Item<float>(), 1e-6f);
    }

    [Fact]
    public void CertainProbabilitiesGiveAFiniteLoss()
    {
        Tensor certain = Tensor.From([0f, 1, 0, 1, 0, 0], 2, 3), wrong = Tensor.From([0, 1]);
        Assert.InRange(new CrossEntropy(fromLogits: false).Call(certain, wrong).Item<float>(), 15, 17);
        Assert.InRange(
            new BinaryCrossEntropy(fromLogits: false).Call(Tensor.From([0f, 1]), Tensor.From([1f, 0])).Item<float>(),
            15, 17);
    }

    [Fact]
    public void ProbabilitiesThatAreNaNGiveNaN()
    {
        Tensor broken = Tensor.From([float.NaN, 1], 1, 2);
        Assert.True(float.IsNaN(new CrossEntropy(fromLogits: false).Call(broken, Tensor.From([1])).Item<float>()));
        Assert.True(float.IsNaN(
            new BinaryCrossEntropy(fromLogits: false).Call(broken, Tensor.Zeros(1, 2)).Item<float>()));
    }

    private static void AssertRefused(string function, Action call)
    {
        string message = Assert.Throws<InvalidOperationException>(call).Message;
        Assert.Contains($"expects logits but got the probabilities", message);
        Assert.Contains($"remove the {function} at the end of the model, or pass fromLogits: false", message);
    }
}
