namespace Nabla.Studio.Tests.Seeing;

public sealed class GradCamTests
{
    [Fact]
    public void TheMapIsTheFormula()
    {
        // One channel copies the image, the other negates it; class 1 wants the first and is hurt by the second.
        var model = new Sequential { new Copies(), new Scores() };
        Tensor image = Tensor.From([0f, 1, 2, 0, 0, 4, 0, 0, 0], 3, 3, 1);

        Tensor map = GradCam.Of(model, image, target: 1);

        // Weights are the means of the gradients, 2 / 9 and −1 / 9: 2 a − (−a) = 3 a, divided by the largest.
        Assert.Equal([0f, 0.25f, 0.5f, 0, 0, 1, 0, 0, 0], map.ToArray().Select(value => MathF.Round(value, 5)));
        Assert.All(GradCam.Of(model, image, target: 0).ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void TheHighestScoreIsTheDefault()
    {
        var model = new Sequential { new Copies(), new Scores() };
        Tensor image = Tensor.From([0f, 1, 2, 0, 0, 4, 0, 0, 0], 3, 3, 1);
        Assert.Equal(GradCam.Of(model, image, target: 1).ToArray(), GradCam.Of(model, image).ToArray());
    }

    [Fact]
    public void WhatIsNotThereIsNamed()
    {
        var model = new Sequential { new Copies(), new Scores() };
        Tensor image = Tensor.Zeros(3, 3, 1);
        Assert.Contains(
            "those that do: '0'",
            Assert.Throws<ArgumentException>(() => GradCam.Of(model, image, layer: "9")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GradCam.Of(model, image, target: 2));
        Assert.Throws<ShapeMismatchException>(() => GradCam.Of(model, Tensor.Zeros(2, 3, 3, 1)));

        Symbol x = Symbol.Input(3, 3, 1);
        Symbol maps = x.Then(new Conv2D(2, 1)), scores = maps.Then(new Flatten());
        Assert.Contains(
            "has 1 and 2; make a Functional of one of its results",
            Assert.Throws<ArgumentException>(() => GradCam.Of(new Functional([x], [maps, scores]), image)).Message,
            StringComparison.Ordinal);
    }

    private sealed class Copies : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context) => Tensor.Concat([x, -x], 3);
    }

    private sealed class Scores : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context)
        {
            Tensor sums = x.Mean([1, 2]) * Tensor.From([2f, -1f]);
            return Tensor.Concat([-sums.Sum([1], keepAxes: true), sums.Sum([1], keepAxes: true)], 1);
        }
    }
}
