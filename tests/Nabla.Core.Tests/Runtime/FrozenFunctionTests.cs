using Nabla.Tests.Compiler;

namespace Nabla.Tests.Runtime;

public sealed class FrozenFunctionTests
{
    [Fact]
    public void VariablesThatChangeLaterDoNotReachIt()
    {
        var weight = new Variable("w", Tensor.Full([8, 40], 2f));
        FrozenFunction frozen = FreezeTests.Freeze(x => [x[0].MatMul(weight.Value) + weight.Value[0]], [4, 8]);
        float before = frozen.Invoke(Tensor.Ones(4, 8))[0].ToArray<float>()[0];
        Assert.Equal(18, before);

        // In place where nobody holds the old value: the frozen program does.
        new CompiledFunction(x =>
        {
            weight.Value *= 3;
            return [];
        }).Invoke();
        Assert.Equal(18, frozen.Invoke(Tensor.Ones(4, 8))[0].ToArray<float>()[0]);
        Assert.Equal(6, weight.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void WeightsAreKeptOnceInOneForm()
    {
        var weight = new Variable("w", Tensor.RandomNormal([256, 128], 1));
        var kernel = new Variable("k", Tensor.RandomNormal([3, 3, 32, 64], 1));
        Assert.Equal(
            256 * 128 * sizeof(float), FreezeTests.Freeze(x => [x[0].MatMul(weight.Value)], [64, 256]).ConstantBytes);
        FrozenFunction both = FreezeTests.Freeze(
            x => [x[0].MatMul(weight.Value), x[1].MatMul(weight.Value)], [64, 256], [32, 256]);
        Assert.Equal(256 * 128 * sizeof(float), both.ConstantBytes);
        FrozenFunction alsoRead = FreezeTests.Freeze(
            x => [x[0].MatMul(weight.Value), x[1] * weight.Value], [64, 256], [256, 128]);
        Assert.Equal(2 * 256 * 128 * sizeof(float), alsoRead.ConstantBytes);
        Assert.All(both.Program.Constants, constant => Assert.Null(constant.Storage));
        Assert.Equal(
            9 * 32 * 64 * sizeof(float),
            FreezeTests.Freeze(x => [x[0].Conv(kernel.Value * 2)], [1, 5, 5, 32]).ConstantBytes);
    }

    [Theory]
    [InlineData(1, 300, 70)]
    [InlineData(1, 64, 2000)]
    [InlineData(2, 17, 33)]
    [InlineData(49, 500, 96)]
    [InlineData(196, 130, 40)]
    [InlineData(400, 390, 257)]
    public void ProductsWithPackedWeightsAreTheSameBits(int rows, int depth, int columns)
    {
        Variable weight = FreezeTests.New("w", depth, columns), turned = FreezeTests.New("t", columns, depth);
        SameBits(x => [x[0].MatMul(weight.Value)], [rows, depth]);
        SameBits(x => [(x[0].MatMul(weight.Value) + 1).Relu()], [rows, depth]);
        SameBits(x => [x[0].MatMul(turned.Value.Transpose())], [rows, depth]);
    }

    [Theory]
    [InlineData(1, 7, 40, 72, 1)]
    [InlineData(2, 14, 16, 48, 2)]
    [InlineData(1, 30, 8, 100, 1)]
    [InlineData(1, 56, 64, 64, 1)]
    public void ConvolutionsWithPackedKernelsAreTheSameBits(
        int batch, int pixels, int channels, int filters, int groups)
    {
        Variable kernel = FreezeTests.New("k", 3, 3, channels / groups, filters);
        Variable turned = FreezeTests.New("t", 3, 3, filters, channels);
        SameBits(
            x => [x[0].Conv(kernel.Value, padding: Padding.Same, groups: groups).Relu()],
            [batch, pixels, pixels, channels]);
        SameBits(x => [x[0].Conv(kernel.Value, strides: [2], groups: groups)], [batch, pixels, pixels, channels]);
        SameBits(x => [x[0].ConvTranspose(turned.Value)], [batch, pixels, pixels, channels]);
        SameBits(x => [x[0].ConvTranspose(turned.Value, strides: [2])], [batch, pixels, pixels, channels]);
    }

    [Fact]
    public async Task ManyThreadsGetTheSameBits()
    {
        Variable kernel = FreezeTests.New("k", 3, 3, 8, 40), weight = FreezeTests.New("w", 40, 10);
        FrozenFunction frozen = FreezeTests.Freeze(
            x => [x[0].Conv(kernel.Value).Relu().Mean([1, 2]).MatMul(weight.Value)], [2, 12, 12, 8]);
        Tensor[] images = [.. Enumerable.Range(0, 8).Select(i => Tensor.RandomNormal([2, 12, 12, 8], i))];
        float[][] inputs = [.. images.Select(image => image.ToArray<float>())];
        float[][] expected = [.. images.Select(image => frozen.Invoke(image)[0].ToArray<float>())];
        await Task.WhenAll(inputs.Select((input, i) => Task.Run(() =>
        {
            var output = new float[20];
            for (int turn = 0; turn < 200; turn++)
            {
                frozen.Run(input.AsSpan(), output.AsSpan());
                Assert.Equal(expected[i], output);
            }
        })));
    }

    [Fact]
    public void SpansThatDoNotFitAreRefused()
    {
        FrozenFunction frozen = FreezeTests.Freeze(x => [x[0] + 1], [2, 3]);
        var six = new float[6];
        var five = new float[5];
        Assert.Contains("the span has 5", Refused<ShapeMismatchException>(() => frozen.Run(five, six)));
        Assert.Contains("the span has 5", Refused<ShapeMismatchException>(() => frozen.Run(six, five)));
        Assert.Contains("memory of its own", Refused<ArgumentException>(() => frozen.Run(six, six)));
        Assert.Contains("as float", Refused<DTypeMismatchException>(() => frozen.Run(new double[6], six)));
        Assert.Contains("freeze it", Refused<ShapeMismatchException>(() => frozen.Invoke(Tensor.Ones(3, 2))));
        Assert.Contains("2 inputs", Refused<ShapeMismatchException>(
            () => FreezeTests.Freeze(x => [x[0] + x[1]], [2], [2]).Invoke(Tensor.Ones(2))));
        Assert.Contains("Bind it", Refused<InvalidOperationException>(
            () => FreezeTests.Freeze(x => [x[0] + x[1]], [6], [6]).Run(new float[6], six)));
    }

    [Fact]
    public void AFunctionThatAssignsCannotBeFrozen()
    {
        var count = new Variable("count", Tensor.Zeros(1));
        var function = new CompiledFunction(x =>
        {
            count.Value += 1;
            return [x[0] + count.Value];
        });
        string message = Refused<InvalidOperationException>(() => function.Freeze(new TensorSpec(DType.Float32, [1])));
        Assert.Contains("assigns variable 'count'", message);
        Assert.Equal(0, count.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void ABoundOneIsFilledAndRead()
    {
        var weight = new Variable("w", Tensor.Full([3], 2f));
        Replay replay = FreezeTests.Freeze(x => [x[0] * weight.Value + x[1]], [3], [3]).Bind();
        replay.Input<float>(0).Fill(4);
        replay.Input<float>(1).Fill(1);
        replay.Run();
        Assert.Equal([9f, 9f, 9f], replay.Output<float>(0).ToArray());
    }

    private static void SameBits(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, Shape input)
    {
        Tensor x = Tensor.RandomNormal(input, 5);
        float[] expected = new CompiledFunction(function).Invoke(x)[0].ToArray<float>();
        Assert.Equal(expected, FreezeTests.Freeze(function, input).Invoke(x)[0].ToArray<float>());
    }

    private static string Refused<T>(Action action) where T : Exception => Assert.Throws<T>(action).Message;
}
