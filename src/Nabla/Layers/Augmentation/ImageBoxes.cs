namespace Nabla;

/// <summary>Boxes in images, one for each.</summary>
internal static class ImageBoxes
{
    /// <summary>Which pixels lie in the box of their image, as truth values [batch, height, width, 1].</summary>
    /// <param name="shape">[batch, height, width, channels].</param>
    /// <param name="top">The first row of each box, [batch], like the others.</param>
    /// <param name="left">The first column.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    public static Tensor Inside(Shape shape, Tensor top, Tensor left, Tensor rows, Tensor columns)
    {
        Tensor y = Tensor.Arange(0, shape[1], dtype: top.DType).Reshape(1, shape[1], 1, 1);
        Tensor x = Tensor.Arange(0, shape[2], dtype: top.DType).Reshape(1, 1, shape[2], 1);
        return (y >= Over(top)) & (y < Over(top + rows)) & (x >= Over(left)) & (x < Over(left + columns));
    }

    private static Tensor Over(Tensor numbers) => numbers.Reshape(numbers.Shape[0], 1, 1, 1);
}
