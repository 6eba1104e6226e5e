using System.Security.Cryptography;
using System.Text;

namespace Nabla;

public abstract partial class Model
{
    /// <summary>Writes the model to a file: its configuration and all its variables.</summary>
    /// <remarks>
    /// A <c>.nabla</c> file is a safetensors file whose metadata holds the configuration, so that other tools read the
    /// weights too; checksums tell when either was damaged. It is written beside the old one and then put in its
    /// place: whatever happens, one of the two is there, whole.
    /// </remarks>
    /// <param name="path">The file; <c>.nabla</c> by custom.</param>
    /// <param name="allowNonFinite">Whether variables may hold NaN or infinity.</param>
    /// <exception cref="InvalidOperationException">
    /// The model has no parameters yet, or holds numbers that are not finite.
    /// </exception>
    /// <exception cref="NotSupportedException">A layer has no <see cref="ComponentAttribute"/>.</exception>
    /// <exception cref="FileWriteException">The file cannot be written; an old one is still there.</exception>
    public void Save(string path, bool allowNonFinite = false) => ModelFile.Write(this, allowNonFinite).Save(path);

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidFileException">The file is no model, damaged, or of a newer version.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Model Load(string path) => ModelFile.Load(path);

    /// <summary>The SHA-256 of all variables: names, types, shapes and bits. Equal models have equal ones.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    public string WeightsSha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string path, Variable variable) in VariablePaths())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}:{variable.Spec}\n"));
            hash.AppendData(TensorBytes.Of(variable.Value));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
