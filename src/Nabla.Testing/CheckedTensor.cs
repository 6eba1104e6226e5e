namespace Nabla.Testing;

/// <summary>Tensors as doubles, whatever their type.</summary>
internal static class CheckedTensor
{
    public static Tensor From(double[] values, DType dtype, Shape shape) => dtype switch
    {
        DType.Float64 => Tensor.From(values, shape),
        DType.Float32 => Tensor.From(Array.ConvertAll(values, value => (float)value), shape),
        DType.Int64 => Tensor.From(Array.ConvertAll(values, value => (long)value), shape),
        DType.Int32 => Tensor.From(Array.ConvertAll(values, value => (int)value), shape),
        DType.UInt8 => Tensor.From(Array.ConvertAll(values, value => (byte)value), shape),
        _ => Tensor.From(Array.ConvertAll(values, value => value != 0), shape),
    };

    public static double[] Read(Tensor tensor) => tensor.DType switch
    {
        DType.Float64 => tensor.ToArray<double>(),
        DType.Float32 => Array.ConvertAll(tensor.ToArray<float>(), value => (double)value),
        DType.Int64 => Array.ConvertAll(tensor.ToArray<long>(), value => (double)value),
        DType.Int32 => Array.ConvertAll(tensor.ToArray<int>(), value => (double)value),
        DType.UInt8 => Array.ConvertAll(tensor.ToArray<byte>(), value => (double)value),
        _ => Array.ConvertAll(tensor.ToArray<bool>(), value => value ? 1.0 : 0.0),
    };
}
