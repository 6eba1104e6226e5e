namespace Nabla.Models;

public static partial class InceptionV3
{
    /// <summary>Windows of 1, 5 and two of 3: 224 channels and those of the pooling.</summary>
    private static Symbol Small(Symbol x, int poolFilters)
    {
        Symbol five = Unit(Unit(x, "branch5x5_1", 48, 1), "branch5x5_2", 64, 5);
        Symbol three = Unit(Unit(Unit(x, "branch3x3dbl_1", 64, 1), "branch3x3dbl_2", 96, 3), "branch3x3dbl_3", 96, 3);
        return new Concatenate().On(
            Unit(x, "branch1x1", 64, 1), five, three, Unit(Pooled(x), "branch_pool", poolFilters, 1));
    }

    /// <summary>Half the size, with 480 channels more.</summary>
    private static Symbol HalveFirst(Symbol x)
    {
        Symbol twice = Unit(Unit(x, "branch3x3dbl_1", 64, 1), "branch3x3dbl_2", 96, 3);
        return new Concatenate().On(
            Unit(x, "branch3x3", 384, 3, 2, Padding.Valid),
            Unit(twice, "branch3x3dbl_3", 96, 3, 2, Padding.Valid),
            x.Then(new MaxPooling2D(3, 2)));
    }

    /// <summary>Windows of 7, as a row and a column after each other: 768 channels.</summary>
    private static Symbol Crossed(Symbol x, int inside)
    {
        Symbol once = Unit(x, "branch7x7_1", inside, 1);
        once = Unit(Unit(once, "branch7x7_2", inside, [1, 7]), "branch7x7_3", 192, [7, 1]);
        Symbol twice = Unit(Unit(x, "branch7x7dbl_1", inside, 1), "branch7x7dbl_2", inside, [7, 1]);
        twice = Unit(Unit(twice, "branch7x7dbl_3", inside, [1, 7]), "branch7x7dbl_4", inside, [7, 1]);
        return new Concatenate().On(
            Unit(x, "branch1x1", 192, 1), once, Unit(twice, "branch7x7dbl_5", 192, [1, 7]),
            Unit(Pooled(x), "branch_pool", 192, 1));
    }

    /// <summary>Half the size, with 512 channels more.</summary>
    private static Symbol HalveSecond(Symbol x)
    {
        Symbol seven = Unit(Unit(x, "branch7x7x3_1", 192, 1), "branch7x7x3_2", 192, [1, 7]);
        return new Concatenate().On(
            Unit(Unit(x, "branch3x3_1", 192, 1), "branch3x3_2", 320, 3, 2, Padding.Valid),
            Unit(Unit(seven, "branch7x7x3_3", 192, [7, 1]), "branch7x7x3_4", 192, 3, 2, Padding.Valid),
            x.Then(new MaxPooling2D(3, 2)));
    }

    /// <summary>Rows and columns of 3 side by side: 2048 channels.</summary>
    private static Symbol Wide(Symbol x)
    {
        Symbol once = Unit(x, "branch3x3_1", 384, 1);
        Symbol twice = Unit(Unit(x, "branch3x3dbl_1", 448, 1), "branch3x3dbl_2", 384, 3);
        return new Concatenate().On(
            Unit(x, "branch1x1", 320, 1),
            Unit(once, "branch3x3_2a", 384, [1, 3]),
            Unit(once, "branch3x3_2b", 384, [3, 1]),
            Unit(twice, "branch3x3dbl_3a", 384, [1, 3]),
            Unit(twice, "branch3x3dbl_3b", 384, [3, 1]),
            Unit(Pooled(x), "branch_pool", 192, 1));
    }

    private static Symbol Pooled(Symbol x) => x.Then(new AveragePooling2D(3, 1, 1, countPadding: true));

    /// <summary>A convolution with its normalization; it keeps the size unless something else is asked for.</summary>
    private static Symbol Unit(
        Symbol x, string name, int filters, Axes<long> size, int stride = 1, Padding? padding = null)
    {
        Padding around = padding ?? Padding.Of([.. size.Span.ToArray().Select(extent => extent / 2)]);
        return x.Part(name, y => y
            .Then(new Conv2D(
                filters, size, stride, around, useBias: false, kernelInitializer: new TruncatedNormal(0, 0.1))
            {
                Name = "conv",
            })
            .Normalize("bn", epsilon: 1e-3).Relu());
    }
}
