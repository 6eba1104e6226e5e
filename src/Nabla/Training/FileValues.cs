using Nabla.Data.Formats;

namespace Nabla;

/// <summary>
/// First values that lie in a file. A variable is made only when the file has it, so that no configuration can claim
/// more memory than the file is long.
/// </summary>
internal sealed class FileValues(SafetensorsReader file) : ParameterValues
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The tensors that no layer asked for.</summary>
    public IEnumerable<string> Unused => file.Tensors.Keys.Where(name =>
        !_used.Contains(name) && !name.StartsWith(ModelFile.TrainingPrefix, StringComparison.Ordinal));

    public override Tensor Create(string path, Shape shape, DType dtype, Initializer initializer)
    {
        if (!file.Tensors.TryGetValue(path, out SafetensorsTensor? tensor))
        {
            throw new InvalidFileException(
                file.FilePath, 0, $"the weights '{path}' that the model's configuration asks for are missing",
                ModelFile.Remedy);
        }

        if (tensor.Type != TensorBytes.TypeOf(dtype) || !shape.Extents.SequenceEqual([.. tensor.Shape]))
        {
            throw new InvalidFileException(
                file.FilePath, tensor.Offset,
                $"the weights are {tensor} where the model's configuration asks for {new TensorSpec(dtype, shape)}",
                ModelFile.Remedy);
        }

        _used.Add(path);
        return TensorBytes.Read(file, path, new TensorSpec(dtype, shape));
    }
}
