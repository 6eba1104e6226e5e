namespace Nabla.Tests.Compiler;

/// <summary>
/// A number means the same whether it is a constant of a traced program or an input of an untraced one.
/// </summary>
public sealed class ConstantTests
{
    [Fact]
    public void ConstantsAreRoundedToTheirType()
    {
        Agree(() => Tensor.Scalar(0.1).Cast(DType.Float64));
        Agree(() => Tensor.Scalar(2.7, DType.Int32).Cast(DType.Float64));
        Agree(() => Tensor.Scalar(3, DType.Bool).Cast(DType.Float64));
        Agree(() => Tensor.Scalar(300).Cast(DType.UInt8).Cast(DType.Float64));
        Agree(() => Tensor.Scalar(1e12).Cast(DType.Int32).Cast(DType.Float64));
    }

    [Fact]
    public void DividingByATinyPowerOfTwoDoesNotOverflow()
    {
        Tensor x = Tensor.From([MathF.ScaleB(1, -140)]);
        var function = new CompiledFunction(inputs => [inputs[0] / Math.ScaleB(1, -130)]);
        Assert.Equal(MathF.ScaleB(1, -10), function.Invoke(x)[0].Item<float>());
    }

    [Fact]
    public void ALoneGeneratorIsReducedOverTheShapeItIsSeenIn()
    {
        var key = new RandomKey(3, "lone");
        float whole = Tensor.RandomUniform([200, 300], key).Flatten().Sum().Item<float>();
        float[] elements = Tensor.RandomUniform([200, 300], key).ToArray();
        Assert.Equal(elements.Sum(x => (double)x), whole, 0.5);
    }

    [Fact]
    public void GradientsWalkThroughCompiledFunctions()
    {
        var square = new CompiledFunction(inputs => [inputs[0].Square().Sum()]);
        Func<Tensor, Tensor> function = x => square.Invoke(x)[0];
        (Tensor _, Tensor gradient) = Gradient.ValueAndGradient(function)(Tensor.From([1f, 2f]));
        Assert.Equal([2f, 4f], gradient.ToArray());
    }

    [Fact]
    public void BroadcastingKeepsTheLimitOfElements()
    {
        Tensor tall = Tensor.Zeros(1L << 40, 1), wide = Tensor.Zeros(1, 1L << 40);
        Assert.Throws<ArgumentOutOfRangeException>(() => tall + wide);
    }

    private static void Agree(Func<Tensor> make)
    {
        double untraced = make().Item<double>();
        double traced = new CompiledFunction(_ => [make()]).Invoke()[0].Item<double>();
        Assert.Equal(untraced, traced);
    }
}
